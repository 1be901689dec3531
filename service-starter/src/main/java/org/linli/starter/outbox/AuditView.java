package org.linli.starter.outbox;

import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate as the audit trail sees it (rule P-3): ids, states, amounts and dates, never personal data. Every change
 * makes two of them, so a view is only a chain of what was said; the facts are put together when somebody asks.
 */
public final class AuditView {
    /** For what keeps its own history, or is none of the bank's business. */
    public static final AuditView NONE = of("", "");

    private final String targetType;
    private final String organisationPath;
    private final @Nullable Fact latest;
    private final @Nullable String reason;

    private record Fact(String name, Object value, @Nullable Fact earlier) {
        /** In the order in which they were said. */
        void into(Map<String, Object> facts) {
            if (earlier != null) {
                earlier.into(facts);
            }
            facts.put(name, value);
        }
    }

    private AuditView(String targetType, String organisationPath, @Nullable Fact latest, @Nullable String reason) {
        this.targetType = targetType;
        this.organisationPath = organisationPath;
        this.latest = latest;
        this.reason = reason;
    }

    /**
     * Without facts.
     *
     * @param targetType what it is, such as {@code order}
     * @param organisationPath its place in the organisation tree, such as {@code /hq/B01/}
     */
    public static AuditView of(String targetType, String organisationPath) {
        return new AuditView(targetType, organisationPath, null, null);
    }

    /** The same with one more fact that may differ before and after a change; absent values are left out. */
    public AuditView with(String name, @Nullable Object value) {
        return value == null
                ? this
                : new AuditView(targetType, organisationPath, new Fact(name, lasting(value), latest), reason);
    }

    /** What may change after it was looked at is kept as the text it is now; most facts are never put in words. */
    private static Object lasting(Object value) {
        return value instanceof Number || value instanceof Boolean || value instanceof Enum || value instanceof Temporal
                ? value
                : String.valueOf(value);
    }

    /** @param why it is in this state, when someone said so */
    public AuditView because(@Nullable String why) {
        return new AuditView(targetType, organisationPath, latest, why);
    }

    public String targetType() {
        return targetType;
    }

    public String organisationPath() {
        return organisationPath;
    }

    /** By name, in the order in which they were said; of two of one name the later. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        values().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        return facts;
    }

    /** The same, not yet as text. */
    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        if (latest != null) {
            latest.into(values);
        }
        return values;
    }

    public @Nullable String reason() {
        return reason;
    }

    /** Whose chain it belongs to: the branch, or head office for whatever is of no branch. */
    String organisation() {
        String[] nodes = organisationPath.split("/");
        return nodes.length > 2 ? nodes[2] : nodes.length > 1 ? nodes[1] : "none";
    }
}
