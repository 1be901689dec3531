package org.linli.loan.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The merchant's side. */
@RestController
@RequestMapping("/api/v1/loan-applications")
class LoanApplicationController {
    private final LoanApplications applications;
    private final ApplicationViews views;
    private final Idempotency idempotency;

    LoanApplicationController(LoanApplications applications, ApplicationViews views, Idempotency idempotency) {
        this.applications = applications;
        this.views = views;
        this.idempotency = idempotency;
    }

    /**
     * Applies for a loan for the caller's own merchant. 422 {@code application-ineligible} with one entry per failed
     * rule (E-1 to E-4), 409 {@code open-application-exists}, 503 when the merchant cannot be asked for. The
     * {@code Idempotency-Key} is optional: no money moves.
     */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @PostMapping
    ResponseEntity<ApplicationView> apply(
            @Valid @RequestBody Form form, Caller caller, Locale locale, @Nullable IdempotencyKey key) {
        NewApplication request = form.by(caller, key);
        List<Object> whatIsAsked = List.of(request.merchantId(), form);
        ApplicationView view = idempotency.once(
                key, whatIsAsked, ApplicationView.class, () -> views.of(submit(request, locale), locale));
        return ResponseEntity.created(URI.create("/api/v1/loan-applications/" + view.id()))
                .body(view);
    }

    private LoanApplication submit(NewApplication request, Locale locale) {
        return applications.submit(request).answer(new SubmissionRefusals(views, locale));
    }

    /** For the merchant's owner and for staff whose data scope holds it; 404 for everyone else. */
    @Allowed({"loan-application.own", "loan-application.read"})
    @GetMapping("/{id}")
    ApplicationView one(@PathVariable String id, Caller caller, Locale locale) {
        return applications
                .find(id, caller)
                .map(application -> views.of(application, locale))
                .orElseThrow(ProblemException::notFound);
    }

    /** The caller's own merchant's applications, newest first. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @GetMapping
    Page<ApplicationView> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            Locale locale) {
        Cursor cursor = Cursor.parse(after, 1);
        String afterId = cursor == null ? null : cursor.text(0);
        List<LoanApplication> found = applications
                .ofMerchant(caller.require("merchantId"), afterId, size + 1)
                .orElseThrow(() -> ProblemException.invalidParameter("after", "not a cursor of this list"));
        return Pages.of(found, size, last -> Cursor.of(last.id()), application -> views.of(application, locale));
    }

    /** @param amountFen in fen; whether the product lends that much is a rule, not a matter of form */
    record Form(
            @NotBlank @Size(max = 40) String productCode,
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountFen,
            @NotNull @Min(1) @Max(600) Integer termMonths,
            @NotBlank @Size(max = 200) String purpose,
            @NotNull LocalDate businessStartedOn) {
        NewApplication by(Caller caller, @Nullable IdempotencyKey key) {
            return new NewApplication(
                    key == null ? Ids.next() : key.scope(),
                    caller.require("merchantId"),
                    caller.subject(),
                    productCode,
                    amountFen,
                    termMonths,
                    purpose.strip(),
                    businessStartedOn);
        }

        /** The purpose is free text and may name people: it stays out of logs. */
        @Override
        public String toString() {
            return "Form[hidden]";
        }
    }
}
