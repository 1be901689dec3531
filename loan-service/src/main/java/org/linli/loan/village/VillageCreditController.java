package org.linli.loan.village;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One household on its way: limit, notice, objections, signature, use. */
@RestController
@RequestMapping("/api/v1/admin/village-credits/{id}")
class VillageCreditController {
    private static final String ID = "[A-Za-z0-9_-]{1,64}";

    private final Crediting crediting;
    private final CreditAnswers answers;

    VillageCreditController(Crediting crediting, CreditAnswers answers) {
        this.crediting = crediting;
        this.answers = answers;
    }

    record OneView(CreditView credit, LimitPolicy.Suggestion suggestion) {}

    /** With the words of the objections, and with what the file as it is now would suggest and why. */
    @Allowed("village.read")
    @GetMapping
    OneView one(@PathVariable String id, Caller caller) {
        VillageCredit credit = crediting.credit(id, caller).orElseThrow(ProblemException::notFound);
        return new OneView(
                CreditView.of(credit, objection -> crediting.objectionText(credit, objection)),
                crediting.suggestion(credit));
    }

    /** @param limitFen as suggested when absent; never above */
    record LimitForm(@Nullable @Min(1) @Max(1_000_000_000L) Long limitFen) {}

    /** 422 {@code limit-unknown} while the file does not say enough. */
    @Allowed("village.write")
    @PutMapping("/limit")
    CreditView limit(@PathVariable String id, @Valid @RequestBody LimitForm form, Caller caller, Locale locale) {
        return answers.of(crediting.setLimit(id, form.limitFen(), caller), locale);
    }

    /** Hangs the notice out from today on; 422 {@code four-eyes-conflict} for whoever prepared it. */
    @Allowed("village.publish")
    @PostMapping("/publication")
    CreditView publish(@PathVariable String id, Caller caller, Locale locale) {
        return answers.of(crediting.publish(id, caller), locale);
    }

    /** @param clientId chosen by the caller: a repetition is the same objection */
    record ObjectionForm(
            @NotNull @Pattern(regexp = ID) String clientId,
            @NotBlank @Size(min = 5, max = 500) String text) {
        @Override
        public String toString() {
            return "ObjectionForm[hidden]";
        }
    }

    @Allowed("village.write")
    @PostMapping("/objections")
    CreditView object(@PathVariable String id, @Valid @RequestBody ObjectionForm form, Caller caller, Locale locale) {
        return answers.of(crediting.object(id, form.clientId(), form.text().strip(), caller), locale);
    }

    record ResolutionForm(
            Objection.@NotNull Verdict verdict,
            @NotBlank @Size(min = 5, max = 500) String reason) {
        @Override
        public String toString() {
            return "ResolutionForm[hidden]";
        }
    }

    /** Upheld: the limit is void, and the household is filed again. */
    @Allowed("village.publish")
    @PostMapping("/objections/{objectionId}/resolution")
    CreditView resolve(
            @PathVariable String id,
            @PathVariable String objectionId,
            @Valid @RequestBody ResolutionForm form,
            Caller caller,
            Locale locale) {
        return answers.of(
                crediting.resolve(id, objectionId, form.verdict(), form.reason().strip(), caller), locale);
    }

    record SignatureForm(
            Signature.@NotNull Security security,
            @NotNull @Pattern(regexp = ID) String contractNumber) {}

    /** 409 {@code objection-period-open} until the day after the objection period. */
    @Allowed("village.write")
    @PostMapping("/signature")
    CreditView sign(@PathVariable String id, @Valid @RequestBody SignatureForm form, Caller caller, Locale locale) {
        return answers.of(crediting.sign(id, form.security(), form.contractNumber(), caller), locale);
    }

    record UseForm(@NotNull @Pattern(regexp = ID) String loanId) {}

    @Allowed("village.write")
    @PostMapping("/use")
    CreditView use(@PathVariable String id, @Valid @RequestBody UseForm form, Caller caller, Locale locale) {
        return answers.of(crediting.use(id, form.loanId(), caller), locale);
    }
}
