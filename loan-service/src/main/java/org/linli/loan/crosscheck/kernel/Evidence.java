package org.linli.loan.crosscheck.kernel;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known about a business; what nobody knows is not in it. */
public final class Evidence {
    private final Map<Quantity, Known> known;

    private Evidence(Map<Quantity, Known> known) {
        this.known = known;
    }

    /** A quantity that is known. */
    public record Known(long value, Source source) {}

    public static Evidence none() {
        return new Evidence(new EnumMap<>(Quantity.class));
    }

    /** With one more quantity; one that is null stays unknown. */
    public Evidence with(Quantity quantity, @Nullable Long value, Source source) {
        Map<Quantity, Known> more = new EnumMap<>(Quantity.class);
        more.putAll(known);
        if (value == null) {
            more.remove(quantity);
        } else {
            more.put(quantity, new Known(value, source));
        }
        return new Evidence(more);
    }

    public Optional<Known> of(Quantity quantity) {
        return Optional.ofNullable(known.get(quantity));
    }
}
