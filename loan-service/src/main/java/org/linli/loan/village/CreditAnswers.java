package org.linli.loan.village;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts outcomes into the caller's words. */
@Component
class CreditAnswers {
    private static final int FEN_DIGITS = 2;

    private final MessageSource messages;

    CreditAnswers(MessageSource messages) {
        this.messages = messages;
    }

    CreditView of(CreditOutcome outcome, Locale locale) {
        return CreditView.of(outcome.answer(new Refusals(this, locale)), any -> null);
    }

    private String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }

    private ProblemException problem(CreditOutcome.Reason reason, @Nullable Object detail, Locale locale) {
        String about = String.valueOf(detail);
        return switch (reason) {
            case NOT_FOUND, NO_SUCH_OBJECTION -> ProblemException.notFound();
            case WRONG_STAGE -> ProblemException.conflict("wrong-credit-stage", text("village.stage." + about, locale));
            case NO_HOUSEHOLD_FILE -> ProblemException.refused("no-household-file");
            case LIMIT_UNKNOWN -> ProblemException.refused("limit-unknown");
            case LIMIT_TOO_LITTLE -> ProblemException.refused("limit-too-little");
            case ABOVE_SUGGESTION ->
                ProblemException.refused(
                        "above-suggested-limit", BigDecimal.valueOf((Long) Objects.requireNonNull(detail), FEN_DIGITS));
            case FOUR_EYES -> fourEyes((FourEyes.Reason) Objects.requireNonNull(detail), locale);
            case OBJECTION_PERIOD_OPEN -> ProblemException.conflict("objection-period-open", about);
            case OBJECTION_PERIOD_OVER -> ProblemException.conflict("objection-period-over", about);
            case OBJECTIONS_OPEN -> ProblemException.conflict("objections-open");
            case TOO_MANY_OBJECTIONS -> ProblemException.refused("too-many-objections", about);
            case OBJECTION_RESOLVED -> ProblemException.conflict("objection-resolved");
            case NO_JOINT_GROUP -> ProblemException.refused("no-joint-group");
            case TOO_MANY_LOANS -> ProblemException.refused("too-many-loans", about);
        };
    }

    private ProblemException fourEyes(FourEyes.Reason reason, Locale locale) {
        String detail = text("four-eyes." + reason.code(), locale);
        return ProblemException.refused(
                "four-eyes-conflict", List.of(new FieldProblem(null, reason.code(), detail, "P-2")));
    }

    private record Refusals(CreditAnswers answers, Locale locale) implements CreditOutcome.Cases<VillageCredit> {
        @Override
        public VillageCredit changed(VillageCredit credit) {
            return credit;
        }

        @Override
        public VillageCredit refused(CreditOutcome.Reason reason, @Nullable Object detail) {
            throw answers.problem(reason, detail, locale);
        }
    }
}
