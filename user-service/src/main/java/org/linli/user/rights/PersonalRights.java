package org.linli.user.rights;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.web.ProblemException;
import org.linli.user.binding.CoreBanking;
import org.linli.user.binding.CustomerView;
import org.linli.user.consent.Consenting;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.ConsentDecision;
import org.linli.user.identity.Erasure;
import org.linli.user.identity.Membership;
import org.linli.user.identity.Profile;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.invitation.Teams;
import org.linli.user.privacy.Phone;
import org.linli.user.profile.Profiles;
import org.springframework.stereotype.Component;

/** Answers what is known about someone, and forgets them unless the law forbids it (rule P-4). */
@Component
class PersonalRights {
    private final Users users;
    private final Profiles profiles;
    private final Consenting consenting;
    private final CustomerView view;
    private final CoreBanking bank;
    private final Teams teams;
    private final Erasure erasure;
    private final AuditNotes notes;

    PersonalRights(
            Users users,
            Profiles profiles,
            Consenting consenting,
            CustomerView view,
            CoreBanking bank,
            Teams teams,
            Erasure erasure,
            AuditNotes notes) {
        this.users = users;
        this.profiles = profiles;
        this.consenting = consenting;
        this.view = view;
        this.bank = bank;
        this.teams = teams;
        this.erasure = erasure;
        this.notes = notes;
    }

    /** The row for the audit trail is durable before anything is decrypted. */
    DataExport export(String userId) {
        User user = users.current(userId).orElseThrow(ProblemException::notFound);
        notes.write("data-exported", user.id(), AuditView.of("user", user.organisationPath()));
        Profile profile = user.profile();
        return new DataExport(
                user.id(),
                user.kind().name().toLowerCase(Locale.ROOT),
                user.registeredAt(),
                user.absorbed(),
                users.phoneOf(user).map(Phone::digits).orElse(null),
                users.identitiesOf(user.id()),
                user.memberships(),
                view.of(user).map(plain -> opened(user, plain)).orElse(null),
                new DataExport.About(
                        profiles.nickname(user),
                        profile.gender(),
                        profile.birthYear(),
                        profile.interests(),
                        profile.homeBranch()),
                user.tags(),
                decisionsOf(user));
    }

    private static DataExport.Customer opened(User user, CustomerView.Plain plain) {
        BankCustomer customer = user.bankCustomer().orElseThrow();
        return new DataExport.Customer(
                customer.customerId(),
                plain.number(),
                plain.name(),
                plain.idNumber(),
                plain.phone(),
                customer.boundAt());
    }

    private List<ConsentDecision> decisionsOf(User user) {
        Stream<User> earlier = user.absorbed().stream().flatMap(id -> users.find(id).stream());
        return Stream.concat(earlier, Stream.of(user))
                .flatMap(one -> consenting.historyOf(one).stream())
                .distinct()
                .toList();
    }

    /** @throws org.linli.starter.web.DependencyUnavailableException when the bank cannot say whether they owe it */
    Forgetting forget(String userId) {
        User user = users.current(userId).orElseThrow(ProblemException::notFound);
        if (view.of(user).filter(one -> bank.isBorrower(one.number())).isPresent()) {
            return new Forgetting.RetentionRequired();
        }
        for (Membership membership : user.memberships()) {
            if (!teams.leave(membership.merchantId(), user.id())) {
                return new Forgetting.LastOwner(membership.merchantId());
            }
        }
        erasure.erase(user.id());
        return new Forgetting.Forgotten();
    }
}
