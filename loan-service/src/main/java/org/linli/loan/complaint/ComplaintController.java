package org.linli.loan.complaint;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.complaint.Complaining.Done;
import org.linli.loan.complaint.Complaining.Outcome;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Complaints: made by applicants, answered by head office. */
@RestController
class ComplaintController {
    private static final String BANK = "/hq/";

    private final Complaining complaining;
    private final MessageSource messages;

    ComplaintController(Complaining complaining, MessageSource messages) {
        this.complaining = complaining;
        this.messages = messages;
    }

    @Allowed(value = "loan-application.own", own = "merchantId")
    @PostMapping("/api/v1/loan-applications/{id}/complaints")
    @ResponseStatus(HttpStatus.CREATED)
    View complain(@PathVariable String id, @Valid @RequestBody Words form, Caller caller, Locale locale) {
        return done(complaining.complain(id, form.text().strip(), caller), locale);
    }

    @Allowed(value = "loan-application.own", own = "merchantId")
    @GetMapping("/api/v1/loan-applications/{id}/complaints")
    Own own(@PathVariable String id, Caller caller) {
        return new Own(complaining.own(id, caller).orElseThrow(ProblemException::notFound).stream()
                .map(View::of)
                .toList());
    }

    /** What has to be answered first comes first. */
    @Allowed("loan-complaint.read")
    @GetMapping("/api/v1/admin/loan-complaints")
    Page<View> list(
            @RequestParam(defaultValue = "OPEN") Complaint.State state,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        requireBank(caller);
        Cursor cursor = Cursor.parse(after, 2);
        Complaining.Position position =
                cursor == null ? null : new Complaining.Position(cursor.text(0), cursor.text(1));
        return page(complaining.list(state, position, size + 1), size);
    }

    /** The first answer stands: 409 {@code already-answered} for another one. */
    @Allowed("loan-complaint.answer")
    @PostMapping("/api/v1/admin/loan-complaints/{id}/answer")
    View answer(@PathVariable String id, @Valid @RequestBody Words form, Caller caller, Locale locale) {
        requireBank(caller);
        return done(complaining.answer(id, form.text().strip(), caller), locale);
    }

    private View done(Outcome outcome, Locale locale) {
        if (outcome instanceof Done done) {
            return View.of(done.complaint());
        }
        if (outcome instanceof Complaining.TooMany) {
            throw ProblemException.conflict("too-many-complaints", Complaining.MOST_PER_CASE);
        }
        if (outcome instanceof Complaining.AlreadyAnswered) {
            throw ProblemException.conflict("already-answered");
        }
        if (outcome instanceof Complaining.FourEyesConflict conflict) {
            String code = conflict.reason().code();
            String detail = messages.getMessage("four-eyes." + code, null, locale);
            throw ProblemException.refused("four-eyes-conflict", List.of(new FieldProblem(null, code, detail, "P-2")));
        }
        throw ProblemException.notFound();
    }

    private static Page<View> page(List<Complaint> oneMore, int size) {
        List<Complaint> shown = oneMore.subList(0, Math.min(size, oneMore.size()));
        Complaint last = oneMore.size() > size ? shown.get(size - 1) : null;
        return new Page<>(
                shown.stream().map(View::of).toList(), last == null ? null : Cursor.of(last.dueOn(), last.id()));
    }

    private static void requireBank(Caller caller) {
        if (!caller.oversees(BANK)) {
            throw ProblemException.forbidden();
        }
    }

    record Words(@NotBlank @Size(max = 1000) String text) {
        @Override
        public String toString() {
            return "Words[hidden]";
        }
    }

    record Own(List<View> items) {}

    /** @param dueOn the business day by which head office promises an answer */
    record View(
            String id,
            String applicationId,
            String branchId,
            String state,
            String text,
            Instant madeAt,
            String dueOn,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        static View of(Complaint complaint) {
            return new View(
                    complaint.id(),
                    complaint.applicationId(),
                    complaint.branchId(),
                    complaint.state().name(),
                    complaint.text(),
                    complaint.madeAt(),
                    complaint.dueOn(),
                    complaint.answer(),
                    complaint.answeredAt());
        }

        @Override
        public String toString() {
            return "View[" + id + "]";
        }
    }
}
