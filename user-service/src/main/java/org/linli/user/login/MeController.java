package org.linli.user.login;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.LoggedIn;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.Users;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whoever is logged in, about themselves. */
@RestController
@RequestMapping("/api/v1/me")
class MeController {
    private final WechatLogin wechatLogin;
    private final Users users;
    private final Staff staff;

    MeController(WechatLogin wechatLogin, Users users, Staff staff) {
        this.wechatLogin = wechatLogin;
        this.users = users;
        this.staff = staff;
    }

    /** @param displayName a member of staff's name; the masked phone of a merchant's person */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String userId,
            String kind,
            List<String> roles,
            @Nullable String merchantId,
            @Nullable String organisationId,
            @Nullable String accountId,
            @Nullable String displayName) {}

    record WechatForm(
            @NotBlank @Size(max = 32) String accountId,
            @NotBlank @Size(max = 128) String code) {}

    @LoggedIn
    @GetMapping
    Me me(Caller caller) {
        return new Me(
                caller.subject(),
                caller.kind(),
                caller.roles().stream().sorted().toList(),
                caller.attribute("merchantId"),
                caller.organisation(),
                caller.attribute("accountId"),
                displayName(caller));
    }

    private @Nullable String displayName(Caller caller) {
        return switch (caller.kind()) {
            case "staff" ->
                staff.findById(caller.subject()).map(StaffMember::displayName).orElse(null);
            case "merchant" -> users.maskedPhone(caller.subject()).orElse(null);
            default -> null;
        };
    }

    /** Lets someone of a merchant ask for their merchant's affairs in WeChat. */
    @Allowed("wechat.link")
    @PostMapping("/wechat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void linkWechat(Caller caller, @Valid @RequestBody WechatForm form) {
        if (!wechatLogin.link(caller.subject(), form.accountId(), form.code())) {
            throw ProblemException.of(HttpStatus.UNAUTHORIZED, "invalid-credentials");
        }
    }
}
