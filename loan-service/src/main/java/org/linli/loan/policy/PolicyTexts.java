package org.linli.loan.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Finding;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Findings in words: everything for staff; for applicants only what helps them and gives nothing away. */
@Component
public class PolicyTexts {
    private final MessageSource messages;

    PolicyTexts(MessageSource messages) {
        this.messages = messages;
    }

    String factName(Fact fact, Locale locale) {
        return text("fact." + fact, locale);
    }

    String policyName(Finding finding, Locale locale) {
        return text("policy." + finding.policy(), locale);
    }

    String staffReason(Finding finding, Locale locale) {
        return text("policy-reason." + finding.reason(), locale);
    }

    /**
     * Why, for the applicant: no threshold, no points, nothing that tells on the bank's sources; several reasons may
     * read the same and are told once.
     */
    public List<String> forApplicant(List<Finding> objections, Locale locale) {
        return objections.stream()
                .map(finding -> text("applicant-reason." + finding.reason(), locale))
                .distinct()
                .toList();
    }

    private String text(String key, Locale locale) {
        String text = messages.getMessage(key, null, key, locale);
        return text == null ? key : text;
    }

    PolicyVersion versionOf(PolicyReview review, Locale locale) {
        return review.answer(new ReviewRefusals(this, locale));
    }

    private record ReviewRefusals(PolicyTexts texts, Locale locale) implements PolicyReview.Cases<PolicyVersion> {
        @Override
        public PolicyVersion done(PolicyVersion version) {
            return version;
        }

        @Override
        public PolicyVersion reviewedBefore(PolicyVersion version) {
            throw ProblemException.conflict("policy-reviewed", version.number());
        }

        @Override
        public PolicyVersion fourEyesConflict(FourEyes.Reason reason) {
            String detail = texts.text("four-eyes." + reason.code(), locale);
            throw ProblemException.refused(
                    "four-eyes-conflict", List.of(new FieldProblem(null, reason.code(), detail, "P-2")));
        }

        @Override
        public PolicyVersion inThePast(LocalDate earliest) {
            throw ProblemException.refused("policy-in-the-past", earliest);
        }

        @Override
        public PolicyVersion absent() {
            throw ProblemException.notFound();
        }
    }
}
