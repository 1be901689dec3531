package org.linli.starter.outbox;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An aggregate as the audit trail sees it (rule P-3): ids, states, amounts and dates, never personal data.
 *
 * @param targetType what it is, such as {@code order}
 * @param organisationPath its place in the organisation tree, such as {@code /hq/B01/}
 * @param facts what may differ before and after a change; absent values are left out
 * @param reason why it is in this state, when someone said so
 */
public record AuditView(
        String targetType,
        String organisationPath,
        Map<String, String> facts,
        @Nullable String reason) {
    /** For what keeps its own history, or is none of the bank's business. */
    public static final AuditView NONE = new AuditView("", "", Map.of(), null);

    public static AuditView of(String targetType, String organisationPath) {
        return new AuditView(targetType, organisationPath, Map.of(), null);
    }

    public AuditView with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, String.valueOf(value));
        return new AuditView(targetType, organisationPath, more, reason);
    }

    public AuditView because(@Nullable String why) {
        return new AuditView(targetType, organisationPath, facts, why);
    }

    /** Whose chain it belongs to: the branch, or head office for whatever is of no branch. */
    String organisation() {
        String[] nodes = organisationPath.split("/");
        return nodes.length > 2 ? nodes[2] : nodes.length > 1 ? nodes[1] : "none";
    }
}
