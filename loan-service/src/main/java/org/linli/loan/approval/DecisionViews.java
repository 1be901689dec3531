package org.linli.loan.approval;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.DecisionView.ConditionView;
import org.linli.loan.approval.DecisionView.ReasonView;
import org.linli.loan.approval.DecisionView.SessionSummary;
import org.springframework.stereotype.Component;

/** Puts decisions into the caller's words: everything for staff, the safe part for the applicant. */
@Component
class DecisionViews {
    private static final String IN_COMMITTEE = "IN_COMMITTEE";
    private static final String UNDECIDED = "UNDECIDED";

    private final ApprovalTexts texts;

    DecisionViews(ApprovalTexts texts) {
        this.texts = texts;
    }

    DecisionView staff(Decision decision, Locale locale) {
        Basis basis = decision.basis();
        Optional<Ruling> ruling = decision.ruling();
        Optional<Judgement> judgement = ruling.map(Ruling::judgement);
        return new DecisionView(
                decision.id(),
                decision.caseId(),
                decision.round(),
                state(decision),
                basis.level(),
                basis.atLeast(),
                DecisionView.Parameters.of(basis.edition()),
                basis.amountFen(),
                basis.termMonths(),
                basis.investigators(),
                basis.inputs().stream().map(DecisionView.InputView::of).toList(),
                DecisionView.TermsView.of(judgement.map(Judgement::terms).orElse(null)),
                decision.conditions().stream().map(ConditionView::of).toList(),
                reasons(judgement, locale),
                judgement.map(Judgement::questions).orElse(List.of()),
                judgement.map(Judgement::note).orElse(null),
                ruling.map(made -> DecisionView.DeciderView.of(made.by())).orElse(null),
                ruling.map(Ruling::at).orElse(null),
                ruling.map(Ruling::validUntil).orElse(null),
                ruling.map(Ruling::appealUntil).orElse(null),
                ruling.map(Ruling::trace).orElse(List.of()),
                decision.sessions().stream().map(DecisionViews::summary).toList(),
                decision.appeal()
                        .map(appeal -> new DecisionView.AppealView(appeal.reasons(), appeal.at()))
                        .orElse(null),
                decision.renewal()
                        .map(wish -> new DecisionView.RenewalView(wish.reason(), wish.by(), wish.at()))
                        .orElse(null));
    }

    private static String state(Decision decision) {
        String undecided = decision.openSession().isPresent() ? IN_COMMITTEE : UNDECIDED;
        return decision.ruling().map(made -> made.kind().name()).orElse(undecided);
    }

    private static SessionSummary summary(CommitteeSession session) {
        Closing closing = session.closing();
        return new SessionSummary(
                session.number(),
                session.isOpen(),
                session.closesAt(),
                closing == null ? null : closing.verdict().name());
    }

    private List<ReasonView> reasons(Optional<Judgement> judgement, Locale locale) {
        return judgement.map(Judgement::reasons).orElse(List.of()).stream()
                .map(reason -> new ReasonView(reason, texts.reason(reason, locale)))
                .toList();
    }

    /** No note, no names, no votes, no trace: the outcome, its reasons in safe words, and what can be done now. */
    ApplicantDecision applicant(Decision decision, boolean mayAppeal, Locale locale) {
        Ruling ruling = decision.ruling().orElseThrow();
        @Nullable LocalDate until = ruling.appealUntil();
        return new ApplicantDecision(
                decision.caseId(),
                ruling.kind().name(),
                texts.of("decision." + ruling.kind().name(), locale),
                ruling.at(),
                DecisionView.TermsView.of(ruling.judgement().terms()),
                decision.conditions().stream()
                        .map(one -> new ApplicantDecision.ConditionLine(one.text(), one.isOpen()))
                        .toList(),
                reasons(Optional.of(ruling.judgement()), locale),
                ruling.validUntil(),
                mayAppeal ? until : null,
                decision.appeal().map(Appeal::at).orElse(null));
    }
}
