package org.linli.user.invitation;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.linli.starter.Ids;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.user.identity.Enrolment;
import org.linli.user.identity.MerchantRole;
import org.linli.user.identity.Users;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.linli.user.sms.SmsGateway;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Owners invite people by phone; whoever logs in with that phone accepts or refuses. */
@Component
class Invitations {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TeamStore teams;
    private final Users users;
    private final PersonalData personalData;
    private final SealedField phones;
    private final SmsGateway sms;
    private final MessageSource messages;
    private final Clock clock;

    Invitations(
            TeamStore teams,
            Users users,
            PersonalData personalData,
            SmsGateway sms,
            MessageSource messages,
            Clock clock) {
        this.teams = teams;
        this.users = users;
        this.personalData = personalData;
        this.phones = personalData.field(TeamStore.COLLECTION, "invitations.phoneEncrypted");
        this.sms = sms;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Invites someone.
     *
     * @return empty when too many invitations are open
     * @throws DependencyUnavailableException when the message could not be sent; there is no invitation then
     */
    Optional<Invitation> invite(String merchantId, Phone phone, MerchantRole role, Locale locale) {
        Instant now = clock.instant();
        String id = Ids.next();
        Invitation invitation = new Invitation(
                id,
                personalData.index(phone),
                phones.encrypt(owner(merchantId, id), phone.digits()),
                role,
                String.format(Locale.ROOT, "%04d", RANDOM.nextInt(10_000)),
                now,
                null);
        if (!teams.change(merchantId, team -> team.invite(invitation, now))) {
            return Optional.empty();
        }
        try {
            sms.send(phone, messages.getMessage("sms.invitation", new Object[] {invitation.code()}, locale));
        } catch (DependencyUnavailableException e) {
            withdraw(merchantId, invitation.id());
            throw e;
        }
        return Optional.of(invitation);
    }

    List<Invitation> open(String merchantId) {
        return teams.find(merchantId).map(team -> team.open(clock.instant())).orElse(List.of());
    }

    boolean withdraw(String merchantId, String invitationId) {
        return teams.change(merchantId, team -> team.withdraw(invitationId, clock.instant()));
    }

    String masked(String merchantId, Invitation invitation) {
        return new Phone(phones.decrypt(owner(merchantId, invitation.id()), invitation.phoneEncrypted())).masked();
    }

    /** One of the list in the team's document. */
    private static String owner(String merchantId, String invitationId) {
        return merchantId + "/" + invitationId;
    }

    /** Open invitations of the person, by merchant. */
    List<Map.Entry<String, Invitation>> of(String userId) {
        Instant now = clock.instant();
        return phoneIndex(userId).stream()
                .flatMap(index -> teams.inviting(index).stream()
                        .flatMap(team -> team.open(now).stream()
                                .filter(one -> one.phoneIndex().equals(index))
                                .map(one -> Map.entry(team.id(), one))))
                .toList();
    }

    private Optional<String> phoneIndex(String userId) {
        return users.current(userId).flatMap(users::phoneOf).map(personalData::index);
    }

    /** Accepted first, then joined, then closed: cut off in between, the invited simply accepts once more. */
    Acceptance accept(String userId, String invitationId) {
        Map.Entry<String, Invitation> known = mine(userId, invitationId).orElse(null);
        if (known == null) {
            return new Acceptance.Unknown();
        }
        String merchantId = known.getKey();
        Invitation accepted = teams.change(
                        merchantId,
                        team -> team.accept(invitationId, known.getValue().phoneIndex(), userId, clock.instant()))
                .orElse(null);
        return accepted == null ? new Acceptance.Unknown() : join(userId, merchantId, accepted);
    }

    private Acceptance join(String userId, String merchantId, Invitation accepted) {
        boolean ownerAlready = users.current(userId)
                .filter(user -> user.isMember(merchantId, MerchantRole.OWNER))
                .isPresent();
        MerchantRole role = ownerAlready ? MerchantRole.OWNER : accepted.role();
        Enrolment enrolment = users.enrol(merchantId, userId, role);
        return enrolment.fold(
                enrolled -> {
                    closed(merchantId, accepted.id());
                    return new Acceptance.Joined(users.current(userId)
                            .flatMap(user -> user.membership(merchantId))
                            .orElseThrow());
                },
                Acceptance.Unknown::new,
                () -> {
                    teams.change(merchantId, team -> {
                        team.reopen(accepted);
                        return team;
                    });
                    return new Acceptance.TooManyMemberships();
                });
    }

    /** @return false when there is none of theirs */
    boolean refuse(String userId, String invitationId) {
        Optional<Map.Entry<String, Invitation>> mine = mine(userId, invitationId);
        mine.ifPresent(one -> closed(one.getKey(), invitationId));
        return mine.isPresent();
    }

    private Optional<Map.Entry<String, Invitation>> mine(String userId, String invitationId) {
        return of(userId).stream()
                .filter(one -> one.getValue().id().equals(invitationId))
                .findFirst();
    }

    private void closed(String merchantId, String invitationId) {
        teams.change(merchantId, team -> {
            team.close(invitationId);
            return team;
        });
    }
}
