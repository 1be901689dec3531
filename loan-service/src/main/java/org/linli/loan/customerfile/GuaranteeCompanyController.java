package org.linli.loan.customerfile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Guarantee companies are the whole bank's; what of a cap a case takes is decided where the case is. */
@RestController
class GuaranteeCompanyController {
    private static final String COMPANIES = "/api/v1/admin/guarantee-companies";
    private static final String OF_CASE = "/api/v1/admin/loan-applications/{id}/guarantee-company";
    private static final String HEAD_OFFICE = "/hq/";
    private static final long MOST_FEN = 100_000_000_000_000L;

    private final GuaranteeCompanies companies;
    private final CaseGuarantees cases;
    private final Idempotency idempotency;

    GuaranteeCompanyController(GuaranteeCompanies companies, CaseGuarantees cases, Idempotency idempotency) {
        this.companies = companies;
        this.cases = cases;
        this.idempotency = idempotency;
    }

    /** Amounts in fen. */
    record CompanyView(
            String id, String name, long capFen, long reservedFen, long consumedFen, long availableFen, int loans) {
        static CompanyView of(GuaranteeCompany company) {
            return new CompanyView(
                    company.id(),
                    company.name(),
                    company.capFen(),
                    company.usedFen() - company.consumedFen(),
                    company.consumedFen(),
                    company.availableFen(),
                    company.uses().size());
        }
    }

    record CompanyForm(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Min(1) @Max(MOST_FEN) Long capFen) {}

    @Allowed("guarantee-company.manage")
    @PostMapping(COMPANIES)
    @ResponseStatus(HttpStatus.CREATED)
    CompanyView open(@Valid @RequestBody CompanyForm form, Caller caller, IdempotencyKey key) {
        requireHeadOffice(caller);
        return idempotency.once(
                key,
                form,
                CompanyView.class,
                () -> CompanyView.of(companies.open(key.scope(), form.name().strip(), HEAD_OFFICE, form.capFen())));
    }

    @Allowed("guarantee-company.read")
    @GetMapping(COMPANIES)
    Page<CompanyView> list(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        List<GuaranteeCompany> found = companies.after(cursor == null ? null : cursor.text(0), size + 1);
        List<CompanyView> shown =
                found.stream().limit(size).map(CompanyView::of).toList();
        return new Page<>(
                shown, found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    record CapForm(@NotNull @Min(1) @Max(MOST_FEN) Long capFen) {}

    /** 422 {@code cap-below-use} when loans already take more. */
    @Allowed("guarantee-company.manage")
    @PutMapping(COMPANIES + "/{companyId}/cap")
    CompanyView changeCap(@PathVariable String companyId, @Valid @RequestBody CapForm form, Caller caller) {
        requireHeadOffice(caller);
        companies.changeCap(companyId, form.capFen()).answer(new GuaranteeRefusals());
        return companies.find(companyId).map(CompanyView::of).orElseThrow(ProblemException::notFound);
    }

    record ReservationForm(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,64}") String companyId,

            @NotNull @Min(1) @Max(MOST_FEN) Long amountFen) {}

    record Reserved(String companyId, long availableFen) {}

    /** Takes the amount of the company's cap for the case, once; 422 {@code guarantee-above-cap}. */
    @Allowed("guarantee.use")
    @PostMapping(OF_CASE)
    Reserved reserve(
            @PathVariable String id, @Valid @RequestBody ReservationForm form, Caller caller, IdempotencyKey key) {
        return idempotency.once(key, form, Reserved.class, () -> {
            GuaranteeOutcome outcome = cases.reserve(id, form.companyId(), form.amountFen(), caller)
                    .orElseThrow(ProblemException::notFound);
            return new Reserved(form.companyId(), outcome.answer(new GuaranteeRefusals()));
        });
    }

    /** Gives it back, for good: this case takes nothing of this company again. */
    @Allowed("guarantee.use")
    @DeleteMapping(OF_CASE + "/{companyId}")
    Reserved release(@PathVariable String id, @PathVariable String companyId, Caller caller) {
        GuaranteeOutcome outcome = cases.release(id, companyId, caller).orElseThrow(ProblemException::notFound);
        return new Reserved(companyId, outcome.answer(new GuaranteeRefusals()));
    }

    private static void requireHeadOffice(Caller caller) {
        if (!caller.oversees(HEAD_OFFICE)) {
            throw ProblemException.forbidden();
        }
    }
}
