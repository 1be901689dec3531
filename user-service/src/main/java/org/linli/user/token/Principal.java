package org.linli.user.token;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who a token speaks for and what they may do; nothing in it is personal data. */
public record Principal(
        String id,
        Kind kind,
        List<String> roles,
        @Nullable String merchantId,
        @Nullable String organisationId,
        @Nullable String organisationPath,
        @Nullable String accountId) {

    /** The kind of login. */
    public enum Kind {
        CONSUMER,
        MERCHANT,
        STAFF
    }

    public static Principal consumer(String id, @Nullable String accountId) {
        return new Principal(id, Kind.CONSUMER, List.of("CONSUMER"), null, null, null, accountId);
    }

    public static Principal ofMerchant(String id, String role, @Nullable String merchantId) {
        return new Principal(id, Kind.MERCHANT, List.of(role), merchantId, null, null, null);
    }

    public static Principal staff(String id, List<String> roles, String organisationId, String organisationPath) {
        return new Principal(id, Kind.STAFF, List.copyOf(roles), null, organisationId, organisationPath, null);
    }
}
