package org.linli.loan.application;

import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts of the caller's own visits; the {@code ETag} is the draft's version. */
@RestController
@RequestMapping("/api/v1/admin/loan-visits")
class VisitController {
    private static final Pattern DRAFT_ID = Pattern.compile("[A-Za-z0-9-]{8,64}");
    private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

    private final Visits visits;
    private final ApplicationViews views;

    VisitController(Visits visits, ApplicationViews views) {
        this.visits = visits;
        this.views = views;
    }

    /** Saves; the device chooses the id. A change needs {@code If-Match}; a repetition of the same contents does not. */
    @Allowed("loan-application.visit")
    @PutMapping("/{draftId}")
    ResponseEntity<DraftView> save(
            @PathVariable String draftId,
            @Valid @RequestBody VisitForm form,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            Caller caller,
            Locale locale) {
        if (!DRAFT_ID.matcher(draftId).matches()) {
            throw ProblemException.invalidParameter("draftId", "expected: " + DRAFT_ID);
        }
        VisitOutcome outcome = visits.save(draftId, form, version(ifMatch), caller);
        if (outcome instanceof VisitOutcome.Saved saved) {
            return answer(saved.draft());
        }
        throw problem(outcome, locale);
    }

    @Allowed("loan-application.visit")
    @GetMapping("/{draftId}")
    ResponseEntity<DraftView> resume(@PathVariable String draftId, Caller caller) {
        return answer(visits.find(draftId, caller).orElseThrow(ProblemException::notFound));
    }

    /** The caller's own, the latest first, at most 100. */
    @Allowed("loan-application.visit")
    @GetMapping
    Own own(Caller caller) {
        return new Own(visits.own(caller).stream().map(this::view).toList());
    }

    @Allowed("loan-application.visit")
    @DeleteMapping("/{draftId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable String draftId, Caller caller) {
        if (!visits.discard(draftId, caller)) {
            throw ProblemException.notFound();
        }
    }

    /** Hands in, once: again answers the same application. 422 {@code application-incomplete} names what is missing. */
    @Allowed("loan-application.visit")
    @PostMapping("/{draftId}/submission")
    ResponseEntity<ApplicationView> handIn(@PathVariable String draftId, Caller caller, Locale locale) {
        VisitOutcome outcome = visits.handIn(draftId, caller);
        if (outcome instanceof VisitOutcome.HandedIn handedIn) {
            LoanApplication taken = handedIn.outcome().answer(new SubmissionRefusals(views, locale));
            return ResponseEntity.created(URI.create("/api/v1/loan-applications/" + taken.id()))
                    .body(views.of(taken, locale));
        }
        throw problem(outcome, locale);
    }

    private ProblemException problem(VisitOutcome outcome, Locale locale) {
        if (outcome instanceof VisitOutcome.Stale) {
            return ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
        }
        if (outcome instanceof VisitOutcome.Closed) {
            return ProblemException.conflict("draft-handed-in");
        }
        if (outcome instanceof VisitOutcome.TooMany many) {
            return ProblemException.conflict("too-many-drafts", many.most());
        }
        if (outcome instanceof VisitOutcome.Incomplete incomplete) {
            String detail = views.text("application.missing", locale);
            return ProblemException.refused(
                    "application-incomplete",
                    incomplete.missing().stream()
                            .map(field -> new FieldProblem(field, "missing", detail))
                            .toList());
        }
        if (outcome instanceof VisitOutcome.FourEyesConflict conflict) {
            String code = conflict.reason().code();
            String detail = views.text("four-eyes." + code, locale);
            return ProblemException.refused("four-eyes-conflict", List.of(new FieldProblem(null, code, detail, "P-2")));
        }
        return ProblemException.notFound();
    }

    private static @Nullable Long version(@Nullable String ifMatch) {
        if (ifMatch == null) {
            return null;
        }
        Matcher etag = ETAG.matcher(ifMatch);
        // A tag that we never gave out matches nothing.
        return etag.matches() ? Long.valueOf(etag.group(1)) : Long.valueOf(-1);
    }

    private ResponseEntity<DraftView> answer(VisitDraft draft) {
        return ResponseEntity.ok().eTag("\"" + draft.version() + "\"").body(view(draft));
    }

    private DraftView view(VisitDraft draft) {
        return new DraftView(
                draft.draftId(),
                draft.form(),
                draft.savedAt(),
                draft.applicationId(),
                visits.expiresAt(draft),
                visits.isExpiring(draft));
    }

    record Own(List<DraftView> items) {}

    /**
     * @param applicationId what it became, as soon as it was handed in
     * @param expiresAt from when on it is gone, unless it is saved again
     * @param expiring that is soon, and it is not handed in
     */
    record DraftView(
            String draftId,
            VisitForm form,
            Instant savedAt,
            @Nullable String applicationId,
            Instant expiresAt,
            boolean expiring) {}
}
