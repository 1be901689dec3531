package org.linli.loan.complaint;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One complaint, and head office's answer. */
@Document(Complaint.COLLECTION)
@CompoundIndex(name = "case", def = "{'applicationId': 1}")
@CompoundIndex(name = "open", def = "{'state': 1, 'dueOn': 1, '_id': 1}")
class Complaint extends AggregateRoot {
    static final String COLLECTION = "loan_complaints";

    enum State {
        OPEN,
        ANSWERED,
        /** Its words are gone: the applicant asked to be forgotten. */
        FORGOTTEN
    }

    private final String applicationId;
    private final String branchId;
    private String text;
    private final Instant madeAt;
    /** As text, so that it sorts. */
    private final String dueOn;

    private State state;

    @Nullable private String answer;

    @Nullable private String answeredBy;

    @Nullable private Instant answeredAt;

    @PersistenceCreator
    Complaint(
            String id,
            String applicationId,
            String branchId,
            String text,
            Instant madeAt,
            String dueOn,
            State state,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {
        super(id);
        this.applicationId = applicationId;
        this.branchId = branchId;
        this.text = text;
        this.madeAt = madeAt;
        this.dueOn = dueOn;
        this.state = state;
        this.answer = answer;
        this.answeredBy = answeredBy;
        this.answeredAt = answeredAt;
    }

    static Complaint made(String id, String applicationId, String branchId, String text, Instant at, LocalDate dueOn) {
        return new Complaint(id, applicationId, branchId, text, at, dueOn.toString(), State.OPEN, null, null, null);
    }

    /** @return false when it was answered before: the first answer stands */
    boolean answer(String words, String by, Instant at) {
        if (state != State.OPEN) {
            return false;
        }
        state = State.ANSWERED;
        answer = words;
        answeredBy = by;
        answeredAt = at;
        return true;
    }

    /** @return false when the words were gone before */
    boolean forget() {
        if (state == State.FORGOTTEN) {
            return false;
        }
        state = State.FORGOTTEN;
        text = "";
        answer = null;
        return true;
    }

    String applicationId() {
        return applicationId;
    }

    String branchId() {
        return branchId;
    }

    String text() {
        return text;
    }

    Instant madeAt() {
        return madeAt;
    }

    String dueOn() {
        return dueOn;
    }

    State state() {
        return state;
    }

    @Nullable String answer() {
        return answer;
    }

    @Nullable Instant answeredAt() {
        return answeredAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("loan-complaint", "/hq/")
                .with("applicationId", applicationId)
                .with("branchId", branchId)
                .with("state", state)
                .with("answeredBy", answeredBy);
    }
}
