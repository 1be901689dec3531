package org.linli.user.login;

import dev.samstevens.totp.code.HashingAlgorithm;
import dev.samstevens.totp.exceptions.QrGenerationException;
import dev.samstevens.totp.qr.QrData;
import dev.samstevens.totp.qr.ZxingPngQrGenerator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Base64;
import java.util.Optional;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.linli.user.organisation.StaffMember;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Gives a secret for the second factor to whoever has the password, until the first right code has come. */
@RestController
class SecondFactorController {
    private static final String ISSUER = "Linli";

    private final PasswordCheck passwords;
    private final SecondFactors secondFactors;

    SecondFactorController(PasswordCheck passwords, SecondFactors secondFactors) {
        this.passwords = passwords;
        this.secondFactors = secondFactors;
    }

    record Form(
            @NotBlank @Size(max = 64) String username,
            @NotBlank @Size(max = 128) String password) {
        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    /**
     * How to set up a device.
     *
     * @param secret Base32, for typing it in
     * @param qrPng Base64
     */
    record Answer(String otpauthUri, String secret, String qrPng) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }

        static Answer of(String username, String secret) {
            QrData data = new QrData.Builder()
                    .label(username)
                    .secret(secret)
                    .issuer(ISSUER)
                    .algorithm(HashingAlgorithm.SHA1)
                    .digits(6)
                    .period((int) SecondFactors.STEP_SECONDS)
                    .build();
            try {
                byte[] picture = new ZxingPngQrGenerator().generate(data);
                return new Answer(data.getUri(), secret, Base64.getEncoder().encodeToString(picture));
            } catch (QrGenerationException e) {
                throw new IllegalStateException("QR code", e);
            }
        }
    }

    @Open
    @PostMapping("/api/v1/auth/staff/second-factor")
    Answer enrol(@Valid @RequestBody Form form) {
        Optional<String> secret = passwords.check(
                form.username(),
                form.password(),
                this::enrolled,
                () -> {
                    throw ProblemException.of(HttpStatus.UNAUTHORIZED, "invalid-credentials");
                },
                remaining -> {
                    throw LoginAnswers.tooSoon(remaining);
                });
        return secret.map(one -> Answer.of(form.username(), one))
                .orElseThrow(() -> ProblemException.conflict("second-factor-confirmed"));
    }

    private Optional<String> enrolled(StaffMember member) {
        return secondFactors.enrol(member.id());
    }
}
