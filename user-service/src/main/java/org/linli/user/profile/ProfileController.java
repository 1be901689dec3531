package org.linli.user.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.Profile;
import org.linli.user.identity.User;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Someone about themselves; everything optional. The {@code ETag} counts the changes. */
@RestController
@RequestMapping("/api/v1/me/profile")
class ProfileController {
    private final Profiles profiles;

    ProfileController(Profiles profiles) {
        this.profiles = profiles;
    }

    record Form(
            @Nullable @Size(min = 1, max = 20) @Pattern(regexp = "\\P{Cntrl}*") String nickname,

            Profile.@Nullable Gender gender,

            @Nullable @Min(1900) @Max(2100) Integer birthYear,

            @Nullable @Size(max = 10) List<@Pattern(regexp = "[\\p{L}\\p{N}_-]{1,20}") String> interests,

            @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,31}") String homeBranch) {
        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            @Nullable String nickname,
            Profile.@Nullable Gender gender,
            @Nullable Integer birthYear,
            List<String> interests,
            @Nullable String homeBranch,
            List<String> tags) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }

    @Allowed("profile.own")
    @GetMapping
    ResponseEntity<Answer> profile(Caller caller) {
        return answer(profiles.of(caller.subject()));
    }

    @Allowed("profile.own")
    @PutMapping
    ResponseEntity<Answer> tell(
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @Valid @RequestBody Form form) {
        Profiles.Told told = new Profiles.Told(
                form.nickname(), form.gender(), form.birthYear(), form.interests(), form.homeBranch());
        User user = profiles.tell(caller.subject(), told, expected(ifMatch))
                .orElseThrow(() -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version"));
        return answer(user);
    }

    private static @Nullable Integer expected(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        String digits = ifMatch.replaceFirst("^W/", "").replace("\"", "");
        return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : Integer.valueOf(-1);
    }

    private ResponseEntity<Answer> answer(User user) {
        Profile profile = user.profile();
        return ResponseEntity.ok()
                .eTag(String.valueOf(user.profileRevision()))
                .body(new Answer(
                        profiles.nickname(user),
                        profile.gender(),
                        profile.birthYear(),
                        profile.interests(),
                        profile.homeBranch(),
                        user.tags()));
    }
}
