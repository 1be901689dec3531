package org.linli.user.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.ProblemException;
import org.linli.user.privacy.Phone;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Enrols merchants' people: for merchant-service after an application, for the bank's staff when they onboard a shop. */
@RestController
class MemberController {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final Users users;

    MemberController(Users users) {
        this.users = users;
    }

    /** Exactly one of phone and user id. */
    record Member(
            @Nullable @Size(max = 24) String phone,
            @Nullable @Pattern(regexp = ID) String userId,
            @NotNull MerchantRole role) {}

    record Onboarding(
            @NotNull @Pattern(regexp = ID) String merchantId,
            @NotNull @Size(max = 24) String phone,
            @NotNull MerchantRole role) {}

    record Answer(String userId, String merchantId, MerchantRole role) {}

    @Allowed("internal.member.enrol")
    @PutMapping("/internal/v1/merchants/{merchantId}/members")
    Answer enrol(@PathVariable @Pattern(regexp = ID) String merchantId, @Valid @RequestBody Member member) {
        String phone = member.phone();
        String userId = member.userId();
        if ((phone == null) == (userId == null)) {
            throw ProblemException.invalidParameter("phone", "(expected: exactly one of phone and userId)");
        }
        Enrolment enrolment = phone != null
                ? users.enrol(merchantId, Phone.of(phone), member.role())
                : users.enrol(merchantId, String.valueOf(userId), member.role());
        return answer(enrolment, merchantId, member.role());
    }

    @Allowed("merchant-member.enrol")
    @PutMapping("/api/v1/admin/staff/merchant-members")
    Answer onboard(@Valid @RequestBody Onboarding form) {
        Enrolment enrolment = users.enrol(form.merchantId(), Phone.of(form.phone()), form.role());
        return answer(enrolment, form.merchantId(), form.role());
    }

    private static Answer answer(Enrolment enrolment, String merchantId, MerchantRole role) {
        return enrolment.fold(
                userId -> new Answer(userId, merchantId, role),
                () -> {
                    throw ProblemException.notFound();
                },
                () -> {
                    throw ProblemException.conflict("too-many-memberships");
                });
    }
}
