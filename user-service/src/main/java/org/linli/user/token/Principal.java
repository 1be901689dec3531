package org.linli.user.token;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;

/**
 * Who a token speaks for and what they may do; nothing in it is personal data.
 *
 * @param grants permissions by the node of the organisation tree at and below which they hold; by {@link
 *     Caller#ANYWHERE} for people outside the tree
 * @param attributes further claims, all text: {@code merchantId}, {@code org}, {@code orgPath}, {@code accountId} ...
 * @param until a token must not outlive this, because the grants change by themselves then; null = it may
 * @param asOf time-sorted id from before the grants were read; becomes the token's, so that calling back whatever
 *     exists when the grants change reaches a token that is signed later with what was read earlier
 */
public record Principal(
        String id,
        Kind kind,
        List<String> roles,
        Map<String, Set<String>> grants,
        Map<String, String> attributes,
        @Nullable Instant until,
        String asOf) {
    /** With grants that nobody had to read. */
    public Principal(
            String id, Kind kind, List<String> roles, Map<String, Set<String>> grants, Map<String, String> attributes) {
        this(id, kind, roles, grants, attributes, null, Ids.next());
    }

    /** The kind of login. */
    public enum Kind {
        CONSUMER,
        MERCHANT,
        STAFF
    }

    /** Someone outside the organisation tree: what they may do, they may do with what is their own. */
    public static Principal person(
            String id, Kind kind, String role, Set<String> permissions, Map<String, String> attributes) {
        return person(id, kind, role, permissions, attributes, Ids.next());
    }

    /** The same, of someone who was looked up after {@code asOf}. */
    public static Principal person(
            String id, Kind kind, String role, Set<String> permissions, Map<String, String> attributes, String asOf) {
        return new Principal(id, kind, List.of(role), Map.of(Caller.ANYWHERE, permissions), attributes, null, asOf);
    }
}
