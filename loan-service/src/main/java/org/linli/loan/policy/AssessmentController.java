package org.linli.loan.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.policy.kernel.Policy;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the policies say about a case: the whole trace for staff, safe words for the applicant. */
@RestController
@RequestMapping("/api/v1")
class AssessmentController {
    private static final Set<Stage> DECIDED =
            Set.of(Stage.DECLINED, Stage.CONTRACT, Stage.DISBURSEMENT, Stage.DISBURSED);

    private final Assessments assessments;
    private final LoanCases cases;
    private final PolicyTexts texts;

    AssessmentController(Assessments assessments, LoanCases cases, PolicyTexts texts) {
        this.assessments = assessments;
        this.cases = cases;
        this.texts = texts;
    }

    /** Asks all policies now, with what is known now. 409 {@code assessed-too-often} after forty times. */
    @Allowed("loan-policy.assess")
    @PostMapping("/admin/loan-applications/{id}/assessments")
    @ResponseStatus(HttpStatus.CREATED)
    AssessmentView assess(@PathVariable String id, Caller caller, Locale locale) {
        LoanCase found = cases.inScope(id, caller).orElseThrow(ProblemException::notFound);
        CaseAssessment assessment = assessments
                .assess(found, Policy.all(), caller.subject())
                .orElseThrow(() -> ProblemException.conflict("assessed-too-often", AssessmentBook.MOST));
        return AssessmentView.of(assessment, texts, locale);
    }

    @Allowed("loan-policy.trace")
    @GetMapping("/admin/loan-applications/{id}/assessments/latest")
    AssessmentView latest(@PathVariable String id, Caller caller, Locale locale) {
        return cases.inScope(id, caller)
                .flatMap(found -> assessments.of(found.id()))
                .map(assessment -> AssessmentView.of(assessment, texts, locale))
                .orElseThrow(ProblemException::notFound);
    }

    /** Why, for the applicant, once the case is decided; no reasons before that. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @GetMapping("/loan-applications/{id}/assessment")
    Reasons reasons(@PathVariable String id, Caller caller, Locale locale) {
        LoanCase found = cases.ownedBy(id, caller).orElseThrow(ProblemException::notFound);
        boolean decided = DECIDED.contains(found.stage());
        List<String> reasons = assessments
                .of(id)
                .filter(any -> found.stage() == Stage.DECLINED)
                .map(one -> texts.forApplicant(one.assessment().objections(), locale))
                .orElse(List.of());
        return new Reasons(decided, reasons);
    }

    record Reasons(boolean decided, List<String> reasons) {}
}
