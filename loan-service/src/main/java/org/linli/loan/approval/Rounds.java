package org.linli.loan.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.CaseMove;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.LoanProducts;
import org.springframework.stereotype.Component;

/** What alone and committee decisions have in common: the round at hand, its basis, and the case's move at its end. */
@Component
class Rounds {
    private final DecisionRegister register;
    private final LoanCases cases;
    private final LoanProducts products;
    private final CaseInputs inputs;
    private final ApprovalSettings settings;

    Rounds(
            DecisionRegister register,
            LoanCases cases,
            LoanProducts products,
            CaseInputs inputs,
            ApprovalSettings settings) {
        this.register = register;
        this.cases = cases;
        this.products = products;
        this.inputs = inputs;
        this.settings = settings;
    }

    Standing standing(LoanCase loanCase) {
        return new Standing(loanCase, register.of(loanCase.id()));
    }

    /** What is known and demanded on this day. */
    Basis basis(Standing standing, LocalDate day) {
        LoanCase asked = standing.loanCase();
        Optional<Instant> freshSince = standing.freshSince();
        return Basis.of(
                asked,
                editionFor(asked, day),
                standing.atLeast(),
                inputs.of(asked, freshSince.orElse(null)),
                freshSince.isPresent());
    }

    /** The parameters of the day, with the bands of the case's own edition of the product. */
    ApprovalEdition editionFor(LoanCase asked, LocalDate day) {
        ApprovalEdition usual = settings.editionOn(day);
        return products.version(asked.productCode(), asked.productVersion())
                .map(usual::withBandsOf)
                .orElse(usual);
    }

    /** Why this cannot be approved; null when it can, or when nothing is approved. */
    @Nullable ApprovalOutcome faultsOf(Judgement judgement, LoanCase asked, Basis basis) {
        if (judgement.terms() == null) {
            return null;
        }
        List<InputSeen.Kind> missing = basis.missing();
        if (!missing.isEmpty()) {
            List<String> names = missing.stream().map(Enum::name).toList();
            return new ApprovalOutcome.Refused(Refusal.INPUTS_MISSING, names);
        }
        return termsFaultsOf(judgement, asked, basis);
    }

    /** Why these terms cannot be approved; null when they can, or when nothing is approved. */
    @Nullable ApprovalOutcome termsFaultsOf(Judgement judgement, LoanCase asked, Basis basis) {
        Terms terms = judgement.terms();
        if (terms == null) {
            return null;
        }
        LoanProduct product = products.version(asked.productCode(), asked.productVersion())
                .orElseThrow(() -> new IllegalStateException(
                        "no version " + asked.productVersion() + " of product " + asked.productCode()));
        List<TermsFault> faults = TermsPolicy.faults(terms, asked, product, basis.pricePercent());
        return faults.isEmpty()
                ? null
                : new ApprovalOutcome.Refused(
                        Refusal.TERMS, faults.stream().map(TermsFault::name).toList());
    }

    /**
     * Moves the case to where a stored ruling sends it, if it still is in that very stay; a round of earlier moves
     * nothing. A case that was withdrawn meanwhile stays where it is.
     */
    ApprovalOutcome finish(Decision decision) {
        LoanCase now =
                cases.find(decision.caseId()).orElseThrow(() -> new IllegalStateException("no case of " + decision));
        Ruling ruling = decision.ruling().orElse(null);
        if (ruling != null && isInStay(now, decision)) {
            CaseMove move = cases.move(
                    decision.caseId(), ruling.kind().target(), ruling.by().subject());
            if (move instanceof CaseMove.NoWay blocked) {
                return ApprovalOutcome.refused(
                        Refusal.WRONG_STAGE, blocked.current().name());
            }
        }
        return now.stage() == Stage.WITHDRAWN
                ? ApprovalOutcome.refused(Refusal.WRONG_STAGE, now.stage().name())
                : new ApprovalOutcome.Done(decision);
    }

    private static boolean isInStay(LoanCase now, Decision decision) {
        return now.stage() == Stage.APPROVAL && now.stageEnteredAt().equals(decision.stay());
    }
}
