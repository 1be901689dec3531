package org.linli.user.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.user.identity.ConsentDecision;
import org.linli.user.identity.ConsentPurpose;
import org.linli.user.identity.Consents;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What someone allows, one purpose at a time. Nothing said means no. */
@RestController
@RequestMapping("/api/v1/me/consents")
class ConsentController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Consenting consenting;

    ConsentController(Consenting consenting) {
        this.consenting = consenting;
    }

    record Form(
            @NotNull Boolean granted,

            @NotNull @Pattern(regexp = "[A-Za-z0-9._-]{1,32}") String textVersion) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            ConsentPurpose purpose,
            boolean granted,
            @Nullable String textVersion,
            @Nullable ZonedDateTime at) {
        static Answer of(ConsentPurpose purpose, @Nullable ConsentDecision decision) {
            Instant at = decision == null ? null : decision.at();
            return new Answer(
                    purpose,
                    decision != null && decision.granted(),
                    decision == null ? null : decision.textVersion(),
                    at == null ? null : at.atZone(ZONE));
        }
    }

    record All(List<Answer> items) {}

    @Allowed("consent.own")
    @GetMapping
    All consents(Caller caller) {
        Consents consents = consenting.of(caller.subject());
        return new All(Arrays.stream(ConsentPurpose.values())
                .map(purpose -> Answer.of(purpose, consents.current().get(purpose)))
                .toList());
    }

    @Allowed("consent.own")
    @PutMapping("/{purpose}")
    Answer decide(Caller caller, @PathVariable ConsentPurpose purpose, @Valid @RequestBody Form form) {
        Consents consents = consenting.decide(caller.subject(), purpose, form.granted(), form.textVersion());
        return Answer.of(purpose, consents.current().get(purpose));
    }
}
