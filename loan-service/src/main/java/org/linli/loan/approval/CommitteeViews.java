package org.linli.loan.approval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.CommitteeView.ClosingView;
import org.linli.loan.approval.CommitteeView.MemberView;
import org.linli.loan.approval.CommitteeView.VoteView;
import org.linli.loan.approval.DecisionView.InputView;
import org.linli.loan.approval.DecisionView.Parameters;
import org.linli.loan.approval.DecisionView.ReasonView;
import org.linli.loan.approval.DecisionView.TermsView;
import org.linli.loan.approval.kernel.Majority;
import org.springframework.stereotype.Component;

/** Sessions in the caller's words. What a member voted leaves this class only after the closing, or to that member. */
@Component
class CommitteeViews {
    private final ApprovalTexts texts;

    CommitteeViews(ApprovalTexts texts) {
        this.texts = texts;
    }

    CommitteeView of(Decision decision, CommitteeSession session, String reader, Locale locale) {
        Closing closing = session.closing();
        return new CommitteeView(
                decision.caseId(),
                decision.round(),
                session.number(),
                session.isOpen(),
                session.convenedBy(),
                session.convenedAt(),
                session.closesAt(),
                TermsView.of(session.proposal().terms()),
                session.proposal().conditions(),
                session.seats().stream()
                        .map(seat -> member(session, seat, locale))
                        .toList(),
                session.voteOf(reader).map(VoteView::of).orElse(null),
                closing == null ? null : closing(session, closing, locale));
    }

    private MemberView member(CommitteeSession session, Seat seat, Locale locale) {
        Seat.Exclusion why = seat.exclusion();
        return new MemberView(
                seat.member(),
                seat.chair(),
                why != null,
                why == null ? null : why.code(),
                text(why, locale),
                session.voteOf(seat.member()).isPresent());
    }

    private @Nullable String text(Seat.@Nullable Exclusion why, Locale locale) {
        return why == null ? null : texts.exclusion(why.code(), locale);
    }

    private ClosingView closing(CommitteeSession session, Closing closing, Locale locale) {
        return new ClosingView(
                closing.by(),
                closing.at(),
                closing.verdict().name(),
                texts.of("verdict." + closing.verdict().name(), locale),
                closing.inFavour(),
                closing.against(),
                session.votes().stream().map(VoteView::of).toList());
    }

    /** Of a closed session. */
    Minutes minutes(Decision decision, CommitteeSession session, Closing closing, Locale locale) {
        Basis basis = decision.basis();
        Optional<Judgement> judgement = session.judgement();
        return new Minutes(
                decision.id() + "/" + session.number(),
                decision.caseId(),
                basis.merchantId(),
                decision.round(),
                session.number(),
                Parameters.of(basis.edition()),
                basis.amountFen(),
                basis.termMonths(),
                basis.inputs().stream().map(InputView::of).toList(),
                session.convenedBy(),
                session.convenedAt(),
                session.closesAt(),
                TermsView.of(session.proposal().terms()),
                session.proposal().conditions(),
                session.seats().stream()
                        .map(seat -> attendance(session, seat, locale))
                        .toList(),
                closing(session, closing, locale),
                veto(closing.verdict() == Majority.Verdict.VETOED ? closing.veto() : null, locale),
                judgement.map(made -> made.kind().name()).orElse(null),
                reasons(judgement.map(Judgement::reasons).orElse(List.of()), locale),
                judgement.map(Judgement::questions).orElse(List.of()));
    }

    private Minutes.Attendance attendance(CommitteeSession session, Seat seat, Locale locale) {
        Seat.Exclusion why = seat.exclusion();
        return new Minutes.Attendance(
                seat.member(),
                seat.chair(),
                session.voteOf(seat.member()).isPresent(),
                why == null ? null : why.code(),
                text(why, locale),
                why == null ? null : why.note(),
                why == null ? null : why.by());
    }

    private Minutes.@Nullable VetoView veto(Closing.@Nullable Veto veto, Locale locale) {
        return veto == null
                ? null
                : new Minutes.VetoView(veto.reason(), reasons(veto.declineReasons(), locale), veto.questions());
    }

    private List<ReasonView> reasons(List<DeclineReason> reasons, Locale locale) {
        return reasons.stream()
                .map(reason -> new ReasonView(reason, texts.reason(reason, locale)))
                .toList();
    }
}
