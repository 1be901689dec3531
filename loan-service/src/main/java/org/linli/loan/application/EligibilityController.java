package org.linli.loan.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.EligibilityCheck.Judged;
import org.linli.loan.application.EligibilityCheck.UnknownProduct;
import org.linli.loan.application.EligibilityCheck.Verdict;
import org.linli.loan.application.EligibilityCheck.Wish;
import org.linli.loan.merchant.Merchant;
import org.linli.loan.merchant.MerchantDirectory;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Would it be taken? An answer with every failed rule, not a refusal: nothing was applied for yet. */
@RestController
class EligibilityController {
    private final EligibilityCheck check;
    private final MerchantDirectory merchants;
    private final ApplicationViews views;

    EligibilityController(EligibilityCheck check, MerchantDirectory merchants, ApplicationViews views) {
        this.check = check;
        this.merchants = merchants;
        this.views = views;
    }

    /** For the caller's own merchant. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @PostMapping("/api/v1/loan-applications/eligibility")
    Answer own(@Valid @RequestBody Form form, Caller caller, Locale locale) {
        return answer(form.of(caller.require("merchantId"), caller.subject()), locale);
    }

    /** For a merchant that staff visit. */
    @Allowed("loan-application.visit")
    @PostMapping("/api/v1/admin/loan-visits/eligibility")
    Answer onVisit(@Valid @RequestBody StaffForm form, Caller caller, Locale locale) {
        Merchant merchant = merchants
                .find(form.merchantId())
                .filter(found -> caller.oversees(found.organisationPath()))
                .orElseThrow(ProblemException::notFound);
        return answer(form.wish().of(merchant.merchantId(), null), locale);
    }

    private Answer answer(Wish wish, Locale locale) {
        Verdict verdict = check.judge(wish);
        if (verdict instanceof Judged judged) {
            return new Answer(judged.eligible(), failed(judged, locale));
        }
        throw verdict instanceof UnknownProduct
                ? ProblemException.invalidParameter("productCode", views.text("application.unknown-product", locale))
                : ProblemException.invalidParameter(
                        "businessStartedOn", views.text("application.starts-in-future", locale));
    }

    private List<FieldProblem> failed(Judged judged, Locale locale) {
        List<FieldProblem> failed = new ArrayList<>(views.explain(judged.failed(), locale));
        String open = judged.openApplicationId();
        if (open != null) {
            String detail = views.text("problem.open-application-exists", locale, open);
            failed.add(new FieldProblem("productCode", "open-application-exists", detail, "E-5"));
        }
        return failed;
    }

    record Form(
            @NotBlank @Size(max = 40) String productCode,
            @NotNull @Min(1) @Max(1_000_000_000_000L) Long amountFen,
            @NotNull @Min(1) @Max(600) Integer termMonths,
            @NotNull LocalDate businessStartedOn) {
        Wish of(String merchantId, @Nullable String person) {
            return new Wish(merchantId, person, productCode, amountFen, termMonths, businessStartedOn);
        }
    }

    record StaffForm(
            @NotBlank @Size(max = 64) String merchantId,
            @Valid @NotNull Form wish) {}

    record Answer(boolean eligible, List<FieldProblem> failed) {}
}
