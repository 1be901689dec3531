package org.linli.user.invitation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.Membership;
import org.linli.user.identity.MerchantRole;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.privacy.Phone;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Owners and the people of the merchant they work for at the moment. */
@RestController
@RequestMapping("/api/v1/me/merchant")
class TeamController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final Invitations invitations;
    private final Teams teams;
    private final Users users;

    TeamController(Invitations invitations, Teams teams, Users users) {
        this.invitations = invitations;
        this.teams = teams;
        this.users = users;
    }

    record Form(
            @NotBlank @Size(max = 24) String phone, @NotNull MerchantRole role) {
        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    record Open(String id, String phone, MerchantRole role, ZonedDateTime expiresAt) {}

    record OpenOnes(List<Open> items) {}

    record Member(String userId, String phone, MerchantRole role, ZonedDateTime since) {}

    record Members(List<Member> items) {}

    record Switch(@NotNull @Pattern(regexp = ID) String merchantId) {}

    record Current(String merchantId, MerchantRole role) {}

    @Allowed(value = "merchant-team.manage", own = "merchantId")
    @PostMapping("/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Open invite(Caller caller, @Valid @RequestBody Form form, Locale locale) {
        String merchantId = merchantOf(caller);
        return invitations
                .invite(merchantId, Phone.of(form.phone()), form.role(), locale)
                .map(one -> masked(merchantId, one))
                .orElseThrow(() -> ProblemException.conflict("too-many-invitations"));
    }

    @Allowed(value = "merchant-team.manage", own = "merchantId")
    @GetMapping("/invitations")
    OpenOnes open(Caller caller) {
        String merchantId = merchantOf(caller);
        return new OpenOnes(invitations.open(merchantId).stream()
                .map(one -> masked(merchantId, one))
                .toList());
    }

    @Allowed(value = "merchant-team.manage", own = "merchantId")
    @DeleteMapping("/invitations/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Caller caller, @PathVariable @Pattern(regexp = ID) String id) {
        if (!invitations.withdraw(merchantOf(caller), id)) {
            throw ProblemException.notFound();
        }
    }

    @Allowed(value = "merchant-team.manage", own = "merchantId")
    @GetMapping("/members")
    Members members(Caller caller) {
        String merchantId = merchantOf(caller);
        return new Members(teams.members(merchantId).stream()
                .map(user -> member(user, merchantId))
                .toList());
    }

    @Allowed(value = "merchant-team.manage", own = "merchantId")
    @DeleteMapping("/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable @Pattern(regexp = ID) String userId) {
        String merchantId = merchantOf(caller);
        if (users.current(userId).flatMap(user -> user.membership(merchantId)).isEmpty()) {
            throw ProblemException.notFound();
        }
        if (!teams.leave(merchantId, userId)) {
            throw ProblemException.conflict("last-owner");
        }
    }

    /** The next renewed token works for it. */
    @Allowed("merchant.switch")
    @PostMapping("/switch")
    Current switchTo(Caller caller, @Valid @RequestBody Switch form) {
        Membership membership =
                teams.switchTo(caller.subject(), form.merchantId()).orElseThrow(ProblemException::notFound);
        return new Current(membership.merchantId(), membership.role());
    }

    private static String merchantOf(Caller caller) {
        return caller.require("merchantId");
    }

    private Open masked(String merchantId, Invitation invitation) {
        return new Open(
                invitation.id(),
                invitations.masked(merchantId, invitation),
                invitation.role(),
                invitation.expiresAt().atZone(ZONE));
    }

    private Member member(User user, String merchantId) {
        Membership membership = user.membership(merchantId).orElseThrow();
        Instant since = membership.since();
        String phone = users.phoneOf(user).map(Phone::masked).orElse("");
        return new Member(user.id(), phone, membership.role(), since.atZone(ZONE));
    }
}
