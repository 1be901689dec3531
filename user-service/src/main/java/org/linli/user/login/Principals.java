package org.linli.user.login;

import java.util.Optional;
import org.linli.user.identity.Membership;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.linli.user.token.Principal;
import org.springframework.stereotype.Component;

/** What someone may do at this moment: read at every login and every renewal of one. */
@Component
class Principals {
    /** Someone of no merchant yet: may apply for one. */
    private static final String APPLICANT = "APPLICANT";

    private final Users users;
    private final Staff staff;

    Principals(Users users, Staff staff) {
        this.users = users;
        this.staff = staff;
    }

    static Principal of(User user) {
        return switch (user.kind()) {
            case CONSUMER -> Principal.consumer(user.id(), user.accountId());
            case MERCHANT -> {
                Membership membership = user.currentMembership().orElse(null);
                yield membership == null
                        ? Principal.ofMerchant(user.id(), APPLICANT, null)
                        : Principal.ofMerchant(user.id(), membership.role().name(), membership.merchantId());
            }
        };
    }

    static Principal of(StaffMember member) {
        return Principal.staff(
                member.id(),
                member.roles().stream().map(Enum::name).toList(),
                member.organisationId(),
                member.organisationPath());
    }

    /** Empty when the person is gone. */
    Optional<Principal> current(Principal.Kind kind, String id) {
        return switch (kind) {
            case STAFF -> staff.findById(id).filter(StaffMember::enabled).map(Principals::of);
            case CONSUMER, MERCHANT -> users.find(id).map(Principals::of);
        };
    }
}
