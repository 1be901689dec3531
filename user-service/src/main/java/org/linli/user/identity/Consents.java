package org.linli.user.identity;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a person allows at this moment, and every decision that led there (rule P-4). The history only grows; when it is
 * full, its oldest part moves to documents of its own.
 *
 * @param archived parts moved away so far
 */
public record Consents(Map<ConsentPurpose, ConsentDecision> current, List<ConsentDecision> history, int archived) {
    public static final int MOST = 200;
    public static final int PART = 100;
    static final Consents NONE = new Consents(Map.of(), List.of(), 0);

    public boolean isGranted(ConsentPurpose purpose) {
        ConsentDecision decision = current.get(purpose);
        return decision != null && decision.granted();
    }

    public boolean isFull() {
        return history.size() >= MOST;
    }

    /** What moves away next. */
    public List<ConsentDecision> oldest() {
        return List.copyOf(history.subList(0, Math.min(PART, history.size())));
    }

    boolean has(ConsentDecision decision) {
        ConsentDecision known = current.get(decision.purpose());
        return known != null && known.saysTheSameAs(decision);
    }

    Consents with(ConsentDecision decision) {
        return new Consents(
                latest(Stream.concat(current.values().stream(), Stream.of(decision))),
                Stream.concat(history.stream(), Stream.of(decision)).toList(),
                archived);
    }

    Consents withoutOldest() {
        return new Consents(current, List.copyOf(history.subList(oldest().size(), history.size())), archived + 1);
    }

    /** Of two people who are one: everything either said, the later word counting. */
    Consents and(Consents other) {
        return new Consents(
                latest(Stream.concat(current.values().stream(), other.current.values().stream())),
                Stream.concat(history.stream(), other.history.stream())
                        .distinct()
                        .sorted(Comparator.comparing(ConsentDecision::at))
                        .toList(),
                archived);
    }

    private static Map<ConsentPurpose, ConsentDecision> latest(Stream<ConsentDecision> decisions) {
        Map<ConsentPurpose, ConsentDecision> latest = new EnumMap<>(ConsentPurpose.class);
        decisions.forEach(
                decision -> latest.merge(decision.purpose(), decision, (a, b) -> b.at().isBefore(a.at()) ? a : b));
        return latest;
    }
}
