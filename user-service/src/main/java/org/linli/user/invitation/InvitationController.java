package org.linli.user.invitation;

import jakarta.validation.constraints.Pattern;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.Membership;
import org.linli.user.identity.MerchantRole;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The invited, logged in with the phone that was invited. */
@RestController
@RequestMapping("/api/v1/me/invitations")
class InvitationController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final Invitations invitations;

    InvitationController(Invitations invitations) {
        this.invitations = invitations;
    }

    /** @param code the same as in the message */
    record Mine(String id, String merchantId, MerchantRole role, String code, ZonedDateTime expiresAt) {}

    record All(List<Mine> items) {}

    record Joined(String merchantId, MerchantRole role) {}

    @Allowed("invitation.answer")
    @GetMapping
    All mine(Caller caller) {
        return new All(invitations.of(caller.subject()).stream()
                .map(one -> new Mine(
                        one.getValue().id(),
                        one.getKey(),
                        one.getValue().role(),
                        one.getValue().code(),
                        one.getValue().expiresAt().atZone(ZONE)))
                .toList());
    }

    @Allowed("invitation.answer")
    @PostMapping("/{id}/acceptance")
    Joined accept(Caller caller, @PathVariable @Pattern(regexp = ID) String id) {
        return invitations.accept(caller.subject(), id).fold(new Acceptance.Cases<>() {
            @Override
            public Joined joined(Membership membership) {
                return new Joined(membership.merchantId(), membership.role());
            }

            @Override
            public Joined unknown() {
                throw ProblemException.notFound();
            }

            @Override
            public Joined tooManyMemberships() {
                throw ProblemException.conflict("too-many-memberships");
            }
        });
    }

    @Allowed("invitation.answer")
    @PostMapping("/{id}/refusal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void refuse(Caller caller, @PathVariable @Pattern(regexp = ID) String id) {
        if (!invitations.refuse(caller.subject(), id)) {
            throw ProblemException.notFound();
        }
    }
}
