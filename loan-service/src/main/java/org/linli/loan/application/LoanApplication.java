package org.linli.loan.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One application on its way (rule L-1). */
@Document(LoanApplication.COLLECTION)
@CompoundIndex(name = "queue", def = "{'scopes': 1, 'stageDueAt': 1, '_id': 1}")
@CompoundIndex(name = "person", def = "{'submission.submittedBy': 1, '_id': 1}")
@CompoundIndex(name = "watch", def = "{'handling.watchDay': 1}", sparse = true)
@CompoundIndex(name = "stage_queue", def = "{'scopes': 1, 'stage': 1, 'stageDueAt': 1, '_id': 1}")
public class LoanApplication extends AggregateRoot {
    static final String COLLECTION = "loan_applications";

    private Submission submission;

    /** The organisation's node and all above it: who sees one of these nodes sees the application (rule P-1). */
    private final List<String> scopes;

    private Stage stage;
    private Instant stageEnteredAt;
    private Instant stageDueAt;
    private final List<StageEntry> history;
    /** Who looked into it; they never approve it (rule L-8). */
    private final Set<String> investigators;

    private final Handling handling;

    @PersistenceCreator
    LoanApplication(
            String id,
            Submission submission,
            List<String> scopes,
            Stage stage,
            Instant stageEnteredAt,
            Instant stageDueAt,
            List<StageEntry> history,
            @Nullable Set<String> investigators,
            @Nullable Handling handling) {
        super(id);
        this.submission = submission;
        this.scopes = List.copyOf(scopes);
        this.stage = stage;
        this.stageEnteredAt = stageEnteredAt;
        this.stageDueAt = stageDueAt;
        this.history = new ArrayList<>(history);
        this.investigators = investigators == null ? new LinkedHashSet<>() : new LinkedHashSet<>(investigators);
        this.handling = handling == null ? Handling.none() : handling;
    }

    static LoanApplication submitted(String id, Submission submission, StagePromises promises) {
        Instant at = submission.submittedAt();
        Instant dueAt = promises.dueAt(Stage.SUBMITTED, at);
        LoanApplication application = new LoanApplication(
                id,
                submission,
                submission.scopes(),
                Stage.SUBMITTED,
                at,
                dueAt,
                List.of(new StageEntry(Stage.SUBMITTED, at, dueAt, submission.submittedBy(), null)),
                null,
                null);
        application.watch();
        application.raise(PublicState.submitted(application), at);
        return application;
    }

    StageOutcome enter(Stage target, String by, Instant at, StagePromises promises) {
        if (stage.enteredByHand().filter(target::equals).isEmpty()) {
            return new StageOutcome.IllegalStage(stage, target);
        }
        return go(target, by, null, at, promises);
    }

    /** A step that another feature's act causes; being there already is fine, so that a repetition ends well. */
    StageOutcome move(Stage target, String by, Instant at, StagePromises promises) {
        if (stage == target) {
            return new StageOutcome.Entered(this);
        }
        return stage.leadsTo(target)
                ? go(target, by, null, at, promises)
                : new StageOutcome.IllegalStage(stage, target);
    }

    /** A step back, always with its reason; being there already is fine here too. */
    StageOutcome sendBack(Stage from, Stage target, WayBack why, Instant at, StagePromises promises) {
        if (stage == target) {
            return new StageOutcome.Entered(this);
        }
        return stage == from && stage.leadsBackTo(target) && !stageEnteredAt.isAfter(why.wantedAt())
                ? go(target, why.by(), why.reason(), at, promises)
                : new StageOutcome.IllegalStage(stage, target);
    }

    StageOutcome investigatedBy(String subject) {
        if (stage != Stage.INVESTIGATION) {
            return new StageOutcome.IllegalStage(stage, Stage.INVESTIGATION);
        }
        investigators.add(subject);
        return new StageOutcome.Entered(this);
    }

    private StageOutcome go(Stage target, String by, @Nullable String reason, Instant at, StagePromises promises) {
        noticeBreach(at);
        handling.endQuestion(null, at);
        boolean decides = stage == Stage.APPROVAL && target.isDecision();
        stage = target;
        stageEnteredAt = at;
        stageDueAt = promises.dueAt(target, at);
        history.add(new StageEntry(stage, stageEnteredAt, stageDueAt, by, reason));
        watch();
        if (decides) {
            raise(PublicState.decided(this, at), at);
        }
        raise(PublicState.entered(this), at);
        return new StageOutcome.Entered(this);
    }

    /** Asks the customer; the clock stands until there is an answer (rule L-1). */
    CaseAct ask(String text, String by, Instant at) {
        Optional<CaseAct.Reason> whyNot =
                stage.isOpen() ? handling.whyNotAsk() : Optional.of(CaseAct.Reason.CASE_CLOSED);
        if (whyNot.isPresent()) {
            return new CaseAct.Refused(whyNot.get());
        }
        noticeBreach(at);
        handling.ask(Question.asked(stage, text, by, at));
        watch();
        return new CaseAct.Done(this);
    }

    /** The customer answered: the clock goes on, later by the working days it stood. */
    CaseAct answer(@Nullable String text, Instant at, StagePromises promises) {
        Optional<Question> asked = handling.endQuestion(text, at);
        if (asked.isEmpty()) {
            return new CaseAct.Refused(CaseAct.Reason.NOT_WAITING);
        }
        stageDueAt = promises.later(stageDueAt, asked.get().askedAt(), at);
        watch();
        return new CaseAct.Done(this);
    }

    /** Names who is responsible for what the case waits for now, and for the later stages of the same role. */
    CaseAct assign(Assignee assignee) {
        if (!stage.isOpen()) {
            return new CaseAct.Refused(CaseAct.Reason.CASE_CLOSED);
        }
        handling.assign(responsible().role(), assignee);
        return new CaseAct.Done(this);
    }

    /** @param reason why, when staff do it on request */
    CaseAct withdraw(String by, @Nullable String reason, Instant at, StagePromises promises) {
        if (stage == Stage.WITHDRAWN) {
            return new CaseAct.Done(this);
        }
        if (!stage.leadsTo(Stage.WITHDRAWN)) {
            return new CaseAct.Refused(CaseAct.Reason.TOO_LATE_TO_WITHDRAW);
        }
        handling.withdrawn(reason);
        go(Stage.WITHDRAWN, by, null, at, promises);
        return new CaseAct.Done(this);
    }

    /** Counts a broken promise and tells of it, once for each time a stage was entered. @return whether it did */
    boolean noticeBreach(Instant at) {
        if (!isOverdue(at) || breach().isPresent()) {
            return false;
        }
        handling.breach(new Breach(stage, stageDueAt, at, stage.escalation(submission.branchId())));
        watch();
        raise(PublicState.overdue(this, at), at);
        return true;
    }

    Optional<Breach> breach() {
        return handling.breachOf(stage, stageEnteredAt);
    }

    private void watch() {
        boolean running = stage.isOpen() && breach().isEmpty();
        handling.watch(running ? StagePromises.businessDate(stageDueAt).toString() : null);
    }

    /** What was asked for and when stays on record; what people said goes. @return false when it is gone already */
    boolean forgetWords() {
        boolean known = !submission.purpose().isEmpty();
        submission = submission.withoutPurpose();
        handling.forgetWords();
        return known;
    }

    /** Who has a hand in it, for whoever wants to decide (rule P-2). */
    FourEyes.Case people() {
        return submission.people(Set.copyOf(investigators));
    }

    boolean isOverdue(Instant at) {
        return stage.isOpen() && handling.openQuestion().isEmpty() && at.isAfter(stageDueAt);
    }

    Handling handling() {
        return handling;
    }

    Optional<Assignee> assignee() {
        return handling.assignee(responsible().role());
    }

    Submission submission() {
        return submission;
    }

    Stage stage() {
        return stage;
    }

    Instant stageEnteredAt() {
        return stageEnteredAt;
    }

    Instant stageDueAt() {
        return stageDueAt;
    }

    Responsible responsible() {
        return handling.responsible(stage, submission.branchId());
    }

    List<StageEntry> history() {
        return List.copyOf(history);
    }

    @Override
    protected AuditView audit() {
        return CaseAudit.of(this);
    }
}
