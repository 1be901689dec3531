package org.linli.user.rights;

import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** "What do you know of me", and "forget me". */
@RestController
@RequestMapping("/api/v1/me")
class RightsController {
    private static final String CONFIRMATION = "FORGET ME";

    private final PersonalRights rights;

    RightsController(PersonalRights rights) {
        this.rights = rights;
    }

    record Form(@Nullable String confirmation) {}

    @Allowed("personal-data.own")
    @GetMapping("/data-export")
    ResponseEntity<DataExport> export(Caller caller) {
        String disposition = ContentDisposition.attachment()
                .filename("personal-data.json")
                .build()
                .toString();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(rights.export(caller.subject()));
    }

    /** Confirmed in the body, or in the header for clients that send none with a DELETE. */
    @Allowed("personal-data.own")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void forget(
            Caller caller,
            @RequestHeader(name = "Confirmation", required = false) @Nullable String header,
            @RequestBody(required = false) @Nullable Form form) {
        if (!CONFIRMATION.equals(header) && (form == null || !CONFIRMATION.equals(form.confirmation()))) {
            throw ProblemException.invalidParameter("confirmation", "(expected: " + CONFIRMATION + ")");
        }
        answer(rights.forget(caller.subject()));
    }

    private static void answer(Forgetting forgetting) {
        forgetting.fold(
                () -> true,
                () -> {
                    throw ProblemException.conflict("retention-required");
                },
                merchantId -> {
                    throw ProblemException.conflict("last-owner");
                });
    }
}
