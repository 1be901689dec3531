package org.linli.sandbox.bureau;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Reports, and for tests what was asked and who is made to have which past. */
@RestController
class BureauController {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Pasts pasts;
    private final JsonMapper json;
    private final Clock clock;

    BureauController(Pasts pasts, JsonMapper json, Clock clock) {
        this.pasts = pasts;
        this.json = json;
        this.clock = clock;
    }

    /** @param consent without one the bureau refuses: 403 */
    @GetMapping(value = "/bureau/reports/{customerNumber}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> report(
            @PathVariable String customerNumber,
            @RequestParam String purpose,
            @RequestParam(defaultValue = "") String consent,
            @RequestParam String reference) {
        if (consent.isBlank()) {
            return ResponseEntity.status(403).body("{\"error\":\"no consent\"}");
        }
        pasts.asked(customerNumber, purpose, reference);
        Profile profile = pasts.of(customerNumber);
        String text = json.writeValueAsString(Report.of(customerNumber, profile, LocalDate.now(clock.withZone(ZONE))));
        return ResponseEntity.ok(profile == Profile.MALFORMED ? text.substring(0, text.length() / 2) : text);
    }

    record Past(String customerNumber, String profile) {}

    /** Gives a customer another past, by the name of a profile. */
    @PostMapping("/sandbox/bureau/pasts")
    Map<String, String> give(@RequestBody Past past) {
        Profile profile = Profile.named(past.profile())
                .orElseThrow(() -> new IllegalArgumentException(
                        "profile: " + past.profile() + " (expected: " + List.of(Profile.values()) + ")"));
        pasts.give(past.customerNumber(), profile);
        return Map.of("customerNumber", past.customerNumber(), "profile", profile.name());
    }

    /** Questions so far, one per reference however often it was asked. */
    @GetMapping("/sandbox/bureau/questions")
    List<Pasts.Question> questions() {
        return pasts.questions();
    }
}
