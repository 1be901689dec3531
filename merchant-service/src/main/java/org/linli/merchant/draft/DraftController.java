package org.linli.merchant.draft;

import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.DossierAnswers;
import org.linli.merchant.onboarding.MerchantStatus;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/merchants/draft")
class DraftController {
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final Drafting drafting;

    DraftController(Drafting drafting) {
        this.drafting = drafting;
    }

    @Allowed("merchant.apply")
    @PutMapping
    ResponseEntity<Answer> save(
            @RequestBody @Valid DraftForm form,
            Caller caller,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        Optional<Draft> saved = drafting.save(caller.subject(), form, version(ifMatch));
        return answer(saved.orElseThrow(() -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version")));
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch);
        // A tag that we never gave out matches nothing.
        return etag.matches() ? Long.valueOf(etag.group(1)) : Long.valueOf(-1);
    }

    @Allowed("merchant.apply")
    @GetMapping
    ResponseEntity<Answer> resume(Caller caller) {
        return answer(drafting.find(caller.subject()).orElseThrow(ProblemException::notFound));
    }

    private ResponseEntity<Answer> answer(Draft draft) {
        DossierAnswers dossier = DossierAnswers.of(draft.dossier(), drafting.missing(draft));
        return ResponseEntity.ok()
                .eTag("\"" + draft.version() + "\"")
                .body(new Answer(drafting.formOf(draft), dossier, draft.savedAt()));
    }

    @Allowed("merchant.apply")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Caller caller) {
        if (!drafting.discard(caller.subject())) {
            throw ProblemException.notFound();
        }
    }

    /** Hands the draft in: 422 {@code application-incomplete} names every field and paper that is missing. */
    @Allowed("merchant.apply")
    @PostMapping("/submission")
    @ResponseStatus(HttpStatus.CREATED)
    Received handIn(Caller caller, Locale locale) {
        Handing handing = drafting.handIn(caller, locale);
        if (handing instanceof Handing.Received received) {
            return Received.of(received.merchant());
        }
        throw problem(handing);
    }

    private static ProblemException problem(Handing handing) {
        if (handing instanceof Handing.Incomplete incomplete) {
            return ProblemException.refused("application-incomplete", incomplete.problems());
        }
        return handing instanceof Handing.Refused refused ? refused.reason().problem() : ProblemException.notFound();
    }

    record Answer(DraftForm form, DossierAnswers dossier, Instant savedAt) {}

    record Received(String id, MerchantStatus status, String branchId) {
        static Received of(Standing merchant) {
            return new Received(
                    merchant.merchantId(),
                    merchant.status(),
                    merchant.attachment().branchId());
        }
    }
}
