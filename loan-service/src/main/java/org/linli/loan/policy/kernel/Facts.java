package org.linli.loan.policy.kernel;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is known of a case. What is not in it is unknown, which never counts as good. */
public record Facts(Map<Fact, String> values) {
    private static final int LONGEST_CODE = 40;

    public static final Facts NONE = new Facts(Map.of());

    public Facts {
        values.forEach(Facts::requireReadable);
        values = values.isEmpty() ? Map.of() : new EnumMap<>(values);
    }

    private static void requireReadable(Fact fact, String text) {
        boolean readable =
                switch (fact.kind()) {
                    case NUMBER -> text.matches("-?\\d{1,18}");
                    case FLAG -> text.equals("0") || text.equals("1");
                    case CODE -> !text.isBlank() && text.length() <= LONGEST_CODE;
                };
        if (!readable) {
            throw new IllegalArgumentException(fact + ": not a " + fact.kind());
        }
    }

    public boolean knows(Fact fact) {
        return values.containsKey(fact);
    }

    public @Nullable String text(Fact fact) {
        return values.get(fact);
    }

    public Optional<Long> number(Fact fact) {
        return Optional.ofNullable(values.get(fact)).map(Long::valueOf);
    }

    public Facts with(Fact fact, long number) {
        return with(fact, Long.toString(number));
    }

    public Facts with(Fact fact, boolean flag) {
        return with(fact, flag ? "1" : "0");
    }

    public Facts with(Fact fact, String text) {
        Map<Fact, String> more = new EnumMap<>(Fact.class);
        more.putAll(values);
        more.put(fact, text);
        return new Facts(more);
    }

    /** Everything either knows; what both know, this one says. */
    public Facts and(Facts other) {
        Map<Fact, String> both = new EnumMap<>(Fact.class);
        both.putAll(other.values);
        both.putAll(values);
        return new Facts(both);
    }

    public Facts only(Collection<Fact> some) {
        Map<Fact, String> kept = new EnumMap<>(Fact.class);
        kept.putAll(values);
        kept.keySet().retainAll(some);
        return new Facts(kept);
    }

    public List<Fact> missing(Fact... asked) {
        return Arrays.stream(asked).filter(fact -> !knows(fact)).toList();
    }

    public Set<Fact> known() {
        return values.keySet();
    }

    /** Names, not values. */
    @Override
    public String toString() {
        return "Facts" + values.keySet();
    }
}
