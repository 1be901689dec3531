package org.linli.loan.approval;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.kernel.Bands.Alone;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Who may decide on a case alone: four eyes (rule P-2), the level's band and the person's own limit (rule L-8). */
@Component
class Competence {
    private final DelegationLimits limits;

    Competence(DelegationLimits limits) {
        this.limits = limits;
    }

    /** The one who decides, or why not. */
    sealed interface Verdict {
        record Competent(Decider decider) implements Verdict {}

        record Not(ApprovalOutcome refusal) implements Verdict {}
    }

    Verdict alone(Standing standing, Basis basis, Judgement.Kind kind, Caller caller, LocalDate day) {
        Optional<ApprovalOutcome> partial = partiality(standing, caller);
        if (partial.isPresent()) {
            return new Verdict.Not(partial.get());
        }
        String path = basis.organisationPath();
        Level own = levelOf(caller, path);
        if (own == null) {
            boolean returns = kind == Judgement.Kind.SENT_BACK && caller.may(Permissions.CHAIR, path);
            return returns
                    ? new Verdict.Competent(Decider.of(caller, Level.COMMITTEE, null))
                    : not(Refusal.COMMITTEE_ONLY);
        }
        OptionalLong personal = limits.of(caller.subject(), own, path, day);
        Alone alone = basis.edition().bands().alone(basis.amountFen(), own, basis.atLeast(), personal);
        return switch (alone) {
            case ALLOWED ->
                new Verdict.Competent(Decider.of(caller, own, personal.isPresent() ? personal.getAsLong() : null));
            case HIGHER_LEVEL -> not(Refusal.HIGHER_LEVEL);
            case ABOVE_LIMIT ->
                not(
                        Refusal.ABOVE_LIMIT,
                        yuan(personal.orElse(basis.edition().bands().ceiling(own))));
        };
    }

    /** A hand in the case, or an earlier refusal of it: whoever has one decides at no level. */
    static Optional<ApprovalOutcome> partiality(Standing standing, Caller caller) {
        FourEyes.Verdict verdict = FourEyes.judge(standing.people(), FourEyes.Decider.of(caller));
        if (verdict instanceof FourEyes.Conflict conflict) {
            return Optional.of(
                    ApprovalOutcome.refused(Refusal.FOUR_EYES, conflict.reason().code()));
        }
        boolean again = standing.decidedBefore().contains(caller.subject())
                || caller.list("deputyFor").stream().anyMatch(standing.decidedBefore()::contains);
        return again ? Optional.of(ApprovalOutcome.refused(Refusal.DECIDED_BEFORE)) : Optional.empty();
    }

    /** As what somebody decides alone at this place; null: as nothing. */
    static @Nullable Level levelOf(Caller caller, String path) {
        if (caller.may(Permissions.HEAD_OFFICE, path)) {
            return Level.HEAD_OFFICE;
        }
        return caller.may(Permissions.BRANCH, path) ? Level.BRANCH : null;
    }

    private static Verdict not(Refusal why, String... arguments) {
        return new Verdict.Not(ApprovalOutcome.refused(why, arguments));
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).stripTrailingZeros().toPlainString();
    }
}
