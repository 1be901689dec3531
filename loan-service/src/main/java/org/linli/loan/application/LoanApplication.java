package org.linli.loan.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.events.LoanApplicationEvent;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One application on its way (rule L-1). */
@Document(LoanApplication.COLLECTION)
@CompoundIndex(name = "queue", def = "{'scopes': 1, 'stageDueAt': 1, '_id': 1}")
@CompoundIndex(name = "stage_queue", def = "{'scopes': 1, 'stage': 1, 'stageDueAt': 1, '_id': 1}")
public class LoanApplication extends AggregateRoot {
    static final String COLLECTION = "loan_applications";

    private final Submission submission;

    /** The organisation's node and all above it: who sees one of these nodes sees the application (rule P-1). */
    private final List<String> scopes;

    private Stage stage;
    private Instant stageEnteredAt;
    private Instant stageDueAt;
    private final List<StageEntry> history;

    /** Who looked into it; they never approve it (rule L-8). */
    private final Set<String> investigators;

    @PersistenceCreator
    LoanApplication(
            String id,
            Submission submission,
            List<String> scopes,
            Stage stage,
            Instant stageEnteredAt,
            Instant stageDueAt,
            List<StageEntry> history,
            @Nullable Set<String> investigators) {
        super(id);
        this.submission = submission;
        this.scopes = List.copyOf(scopes);
        this.stage = stage;
        this.stageEnteredAt = stageEnteredAt;
        this.stageDueAt = stageDueAt;
        this.history = new ArrayList<>(history);
        this.investigators = investigators == null ? new LinkedHashSet<>() : new LinkedHashSet<>(investigators);
    }

    static LoanApplication submitted(String id, Submission submission, StagePromises promises) {
        Instant at = submission.submittedAt();
        Instant dueAt = promises.dueAt(Stage.SUBMITTED, at);
        LoanApplication application = new LoanApplication(
                id,
                submission,
                nodesUpTo(submission.organisationPath()),
                Stage.SUBMITTED,
                at,
                dueAt,
                List.of(new StageEntry(Stage.SUBMITTED, at, dueAt, submission.submittedBy())),
                Set.of());
        application.raise(new LoanApplicationEvent.Submitted(application.state()), at);
        return application;
    }

    /** {@code /hq/B01/} gives {@code /hq/} and {@code /hq/B01/}. */
    private static List<String> nodesUpTo(String path) {
        List<String> nodes = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.add(path.substring(0, slash + 1));
        }
        return nodes;
    }

    StageOutcome enter(Stage target, String by, Instant at, StagePromises promises) {
        if (stage.enteredByHand().filter(target::equals).isEmpty()) {
            return new StageOutcome.IllegalStage(stage, target);
        }
        return go(target, by, at, promises);
    }

    /** A step that another feature's act causes; being there already is fine, so that a repetition ends well. */
    StageOutcome move(Stage target, String by, Instant at, StagePromises promises) {
        if (stage == target) {
            return new StageOutcome.Entered(this);
        }
        return stage.leadsTo(target) ? go(target, by, at, promises) : new StageOutcome.IllegalStage(stage, target);
    }

    StageOutcome investigatedBy(String subject) {
        if (stage != Stage.INVESTIGATION) {
            return new StageOutcome.IllegalStage(stage, Stage.INVESTIGATION);
        }
        investigators.add(subject);
        return new StageOutcome.Entered(this);
    }

    private StageOutcome go(Stage target, String by, Instant at, StagePromises promises) {
        stage = target;
        stageEnteredAt = at;
        stageDueAt = promises.dueAt(target, at);
        history.add(new StageEntry(stage, stageEnteredAt, stageDueAt, by));
        raise(new LoanApplicationEvent.StageEntered(state()), at);
        return new StageOutcome.Entered(this);
    }

    /** Who has a hand in it, for whoever wants to decide (rule P-2). */
    FourEyes.Case people() {
        String submitter = submission.submittedBy();
        boolean imported = submission.isImported();
        return new FourEyes.Case(
                imported ? Set.of() : Set.of(submitter),
                imported ? Set.of(submitter) : Set.of(),
                investigators(),
                submission.merchantId());
    }

    /** The promise is broken and the stage not finished. */
    boolean isOverdue(Instant at) {
        return stage.isOpen() && at.isAfter(stageDueAt);
    }

    boolean isOf(String merchantId) {
        return submission.merchantId().equals(merchantId);
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
        return stage.responsible(submission.branchId());
    }

    Set<String> investigators() {
        return Set.copyOf(investigators);
    }

    List<StageEntry> history() {
        return List.copyOf(history);
    }

    private LoanApplicationEvent.State state() {
        return new LoanApplicationEvent.State(
                id(),
                submission.merchantId(),
                submission.branchId(),
                submission.organisationPath(),
                submission.productCode(),
                submission.amountFen(),
                submission.termMonths(),
                stage.name(),
                stageEnteredAt,
                stageDueAt);
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("loan-application", submission.organisationPath())
                .with("merchantId", submission.merchantId())
                .with("productCode", submission.productCode())
                .with("amountFen", submission.amountFen())
                .with("termMonths", submission.termMonths())
                .with("stage", stage)
                .with("stageDueAt", stageDueAt);
    }
}
