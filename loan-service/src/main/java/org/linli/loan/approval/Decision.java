package org.linli.loan.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The decision on one case in one round (rule L-8), alone or by the committee, with everything needed to explain it
 * years later. A round is one stay of the case in the stage of approval; its id is the case's and the round's number,
 * so that of two deciders only one can be first.
 */
@Document(Decision.COLLECTION)
@CompoundIndex(name = "voting", def = "{'votingUntil': 1, '_id': 1}")
class Decision extends AggregateRoot {
    static final String COLLECTION = "loan_decisions";
    static final int MOST_SESSIONS = 10;

    private final String caseId;
    private final int round;

    /** When the case entered the approval: tells this stay from a later one. */
    private final Instant stay;

    private final Basis basis;
    private final List<CommitteeSession> sessions;
    private final List<Condition> conditions;
    private @Nullable Ruling ruling;
    private @Nullable Appeal appeal;
    private @Nullable Renewal renewal;

    /** When the open session's time is over; null when none is open. */
    private @Nullable Instant votingUntil;

    @PersistenceCreator
    Decision(
            String id,
            String caseId,
            int round,
            Instant stay,
            Basis basis,
            List<CommitteeSession> sessions,
            List<Condition> conditions,
            @Nullable Ruling ruling,
            @Nullable Appeal appeal,
            @Nullable Renewal renewal,
            @Nullable Instant votingUntil) {
        super(id);
        this.caseId = caseId;
        this.round = round;
        this.stay = stay;
        this.basis = basis;
        this.sessions = new ArrayList<>(sessions);
        this.conditions = new ArrayList<>(conditions);
        this.ruling = ruling;
        this.appeal = appeal;
        this.renewal = renewal;
        this.votingUntil = votingUntil;
    }

    static String idOf(String caseId, int round) {
        return caseId + "." + round;
    }

    static Decision begun(String caseId, int round, Instant stay, Basis basis) {
        return new Decision(
                idOf(caseId, round), caseId, round, stay, basis, List.of(), List.of(), null, null, null, null);
    }

    /** Decides; once. */
    void rule(Ruling made) {
        if (ruling != null) {
            throw new IllegalStateException(id() + " is decided");
        }
        ruling = made;
        votingUntil = null;
        List<String> texts = made.judgement().conditions();
        IntStream.range(0, texts.size()).forEach(i -> conditions.add(Condition.open(i + 1, texts.get(i))));
    }

    void convene(CommitteeSession session) {
        sessions.add(session);
        votingUntil = session.closesAt();
    }

    /** Puts the changed session in the place of the latest. */
    void replace(CommitteeSession session) {
        sessions.set(sessions.size() - 1, session);
        if (!session.isOpen()) {
            votingUntil = null;
        }
    }

    void replace(Condition changed) {
        conditions.replaceAll(condition -> condition.id().equals(changed.id()) ? changed : condition);
    }

    void appealed(Appeal filed) {
        appeal = filed;
    }

    /** It lapsed and is to be decided on anew. @return false when that was asked for before */
    boolean renewed(Renewal asked) {
        if (renewal != null) {
            return false;
        }
        renewal = asked;
        return true;
    }

    /** Decided, and by this request. */
    boolean isRuledUnder(String key) {
        return ruling != null && ruling.key().equals(key);
    }

    boolean isDeclined() {
        return ruling != null && ruling.kind() == Judgement.Kind.DECLINED;
    }

    boolean isApproved() {
        return ruling != null && ruling.kind() == Judgement.Kind.APPROVED;
    }

    /** Who had a hand in the ruling: the one, or with the committee everybody who voted and the one who closed. */
    Set<String> deciders() {
        Set<String> subjects = new TreeSet<>();
        ruling().ifPresent(made -> subjects.add(made.by().subject()));
        latestSession().stream()
                .filter(session -> session.judgement().isPresent())
                .flatMap(session -> session.votes().stream())
                .forEach(vote -> subjects.add(vote.member()));
        return Set.copyOf(subjects);
    }

    /** The applicant may still object on this day. */
    boolean isAppealableOn(LocalDate day) {
        return isDeclined() && ruling != null && ruling.appealUntil() != null && !day.isAfter(ruling.appealUntil());
    }

    Optional<CommitteeSession> latestSession() {
        return sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.get(sessions.size() - 1));
    }

    Optional<CommitteeSession> openSession() {
        return latestSession().filter(CommitteeSession::isOpen);
    }

    Optional<Condition> condition(String conditionId) {
        return conditions.stream().filter(one -> one.id().equals(conditionId)).findFirst();
    }

    String caseId() {
        return caseId;
    }

    int round() {
        return round;
    }

    Instant stay() {
        return stay;
    }

    Basis basis() {
        return basis;
    }

    List<CommitteeSession> sessions() {
        return List.copyOf(sessions);
    }

    List<Condition> conditions() {
        return List.copyOf(conditions);
    }

    Optional<Ruling> ruling() {
        return Optional.ofNullable(ruling);
    }

    Optional<Appeal> appeal() {
        return Optional.ofNullable(appeal);
    }

    Optional<Renewal> renewal() {
        return Optional.ofNullable(renewal);
    }

    @Nullable Instant votingUntil() {
        return votingUntil;
    }

    /** Ids, numbers and codes only; how somebody voted is not told before the end, and then it is in the minutes. */
    @Override
    protected AuditView audit() {
        AuditView view = AuditView.of("loan-decision", basis.organisationPath())
                .with("caseId", caseId)
                .with("round", round)
                .with("askedFen", basis.amountFen())
                .with("parameters", basis.edition().version())
                .with("level", basis.level())
                .with("sessions", sessions.size())
                .with("votes", latestSession().map(one -> one.votes().size()).orElse(null))
                .with(
                        "excluded",
                        latestSession()
                                .map(one -> one.seats().size() - one.counting())
                                .orElse(null))
                .with(
                        "openConditions",
                        conditions.stream().filter(Condition::isOpen).count())
                .with("appealed", appeal == null ? null : true)
                .with("renewalAskedBy", renewal == null ? null : renewal.by())
                .because(renewal == null ? null : renewal.reason());
        return ruling == null ? view : audit(view, ruling);
    }

    private static AuditView audit(AuditView view, Ruling made) {
        Terms terms = made.judgement().terms();
        return view.with("decision", made.kind())
                .with("decidedBy", made.by().subject())
                .with("decidedAs", made.by().level())
                .with("reasons", made.judgement().reasons())
                .with("approvedFen", terms == null ? null : terms.amountFen())
                .with("approvedMonths", terms == null ? null : terms.termMonths())
                .with("approvedRate", terms == null ? null : terms.ratePercent());
    }
}
