package org.linli.user.login;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Open;
import org.linli.user.phonecode.CodeRequest;
import org.linli.user.privacy.Phone;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ways in. A refused login never says what about it was wrong. */
@RestController
@RequestMapping("/api/v1/auth")
class LoginController {
    private final StaffLogin staffLogin;
    private final PhoneLogin phoneLogin;
    private final WechatLogin wechatLogin;
    private final Sessions sessions;

    LoginController(StaffLogin staffLogin, PhoneLogin phoneLogin, WechatLogin wechatLogin, Sessions sessions) {
        this.staffLogin = staffLogin;
        this.phoneLogin = phoneLogin;
        this.wechatLogin = wechatLogin;
        this.sessions = sessions;
    }

    /**
     * A member of staff's login.
     *
     * @param otp the second factor's six digits
     * @param newPassword in place of one that somebody else has set
     */
    record StaffForm(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 128) String password,
            @Nullable @Size(max = 16) String otp,
            @Nullable @Size(max = 128) String newPassword) {
        StaffLogin.Attempt attempt() {
            return new StaffLogin.Attempt(username, password, otp, newPassword);
        }

        @Override
        public String toString() {
            return "StaffForm[hidden]";
        }
    }

    record PhoneForm(@NotBlank @Size(max = 24) String phone) {}

    record PhoneCodeForm(
            @NotBlank @Size(max = 24) String phone,
            @NotNull @Pattern(regexp = "\\d{6}") String code) {}

    record WechatForm(
            @NotBlank @Size(max = 32) String accountId,
            @NotBlank @Size(max = 128) String code) {}

    @Open
    @PostMapping("/staff")
    Sessions.Tokens staff(
            @Valid @RequestBody StaffForm form,
            @RequestHeader(name = "User-Agent", required = false) @Nullable String device) {
        return answer(staffLogin.logIn(form.attempt()), device);
    }

    @Open
    @PostMapping("/phone/code")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void phoneCode(@Valid @RequestBody PhoneForm form, Locale locale) {
        if (phoneLogin.sendCode(Phone.of(form.phone()), locale) instanceof CodeRequest.TooSoon soon) {
            throw LoginAnswers.tooSoon(soon.remaining());
        }
    }

    @Open
    @PostMapping("/phone")
    Sessions.Tokens phone(
            @Valid @RequestBody PhoneCodeForm form,
            @RequestHeader(name = "User-Agent", required = false) @Nullable String device) {
        return answer(phoneLogin.logIn(Phone.of(form.phone()), form.code()), device);
    }

    @Open
    @PostMapping("/wechat")
    Sessions.Tokens wechat(
            @Valid @RequestBody WechatForm form,
            @RequestHeader(name = "User-Agent", required = false) @Nullable String device) {
        return answer(wechatLogin.logIn(form.accountId(), form.code()), device);
    }

    private Sessions.Tokens answer(LoginResult result, @Nullable String device) {
        return result.answer(new LoginAnswers(sessions, device));
    }
}
