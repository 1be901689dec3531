package org.linli.user.rights;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.user.identity.ConsentDecision;
import org.linli.user.identity.Membership;
import org.linli.user.identity.Profile;
import org.linli.user.identity.Users;
import org.linli.user.token.RefreshTokens;

/** Everything that is known here about a person, in the clear, for their own eyes. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DataExport(
        String userId,
        String kind,
        @Nullable Instant registeredAt,
        List<String> earlierUserIds,
        @Nullable String phone,
        List<Users.KnownIdentity> wechat,
        List<Membership> memberships,
        @Nullable Customer bankCustomer,
        About profile,
        List<String> tags,
        List<ConsentDecision> consents,
        List<RefreshTokens.Session> sessions) {
    record Customer(
            String customerId, String customerNumber, String name, String idNumber, String phone, Instant boundAt) {
        @Override
        public String toString() {
            return "Customer[hidden]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(
            @Nullable String nickname,
            Profile.@Nullable Gender gender,
            @Nullable Integer birthYear,
            List<String> interests,
            @Nullable String homeBranch) {
        @Override
        public String toString() {
            return "About[hidden]";
        }
    }

    @Override
    public String toString() {
        return "DataExport[" + userId + "]";
    }
}
