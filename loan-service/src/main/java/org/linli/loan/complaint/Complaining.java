package org.linli.loan.complaint;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.calendar.WorkingCalendar;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.crypto.BlindIndex;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Making, reading and answering complaints. */
@Component
class Complaining {
    static final int MOST_PER_CASE = 10;
    private static final int WORKING_DAYS_TO_ANSWER = 5;
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final AggregateStore<Complaint> complaints;
    private final LoanCases cases;
    private final WorkingCalendar calendar;
    private final BlindIndex index;
    private final Clock clock;

    Complaining(
            MongoOperations mongo,
            OutboxRelay relay,
            LoanCases cases,
            WorkingCalendar calendar,
            BlindIndex index,
            Clock clock) {
        this.complaints = new AggregateStore<>(mongo, relay, Complaint.class, Complaint.COLLECTION);
        this.cases = cases;
        this.calendar = calendar;
        this.index = index;
        this.clock = clock;
    }

    sealed interface Outcome {}

    record Done(Complaint complaint) implements Outcome {}

    record Absent() implements Outcome {}

    record TooMany() implements Outcome {}

    record AlreadyAnswered() implements Outcome {}

    /** Whoever has a hand in the case does not answer for it (rule P-2). */
    record FourEyesConflict(FourEyes.Reason reason) implements Outcome {}

    /** The same words about the same case are the same complaint, however often they are sent. */
    Outcome complain(String caseId, String text, Caller owner) {
        Optional<LoanCase> found = cases.ownedBy(caseId, owner);
        if (found.isEmpty()) {
            return new Absent();
        }
        String id = index.index("loan-complaint", caseId, text);
        Optional<Complaint> same = complaints.find(id);
        if (same.isPresent()) {
            return new Done(same.get());
        }
        if (ofCase(caseId).size() >= MOST_PER_CASE) {
            return new TooMany();
        }
        Instant now = now();
        LocalDate dueOn = calendar.days().plus(LocalDate.ofInstant(now, BANK_ZONE), WORKING_DAYS_TO_ANSWER);
        Complaint complaint = Complaint.made(id, caseId, found.get().branchId(), text, now, dueOn);
        return insert(complaint);
    }

    private Outcome insert(Complaint complaint) {
        try {
            return new Done(complaints.insert(complaint));
        } catch (DuplicateKeyException sentTwice) {
            return complaints.find(complaint.id()).<Outcome>map(Done::new).orElseGet(Absent::new);
        }
    }

    /** Empty when the case is not the caller's. */
    Optional<List<Complaint>> own(String caseId, Caller owner) {
        return cases.ownedBy(caseId, owner).map(found -> ofCase(found.id()));
    }

    /** What was said about the case goes. */
    void forget(String caseId) {
        ofCase(caseId).forEach(one -> complaints.change(one.id(), Complaint::forget, changed -> changed));
    }

    private List<Complaint> ofCase(String caseId) {
        return complaints.find(Query.query(Criteria.where("applicationId").is(caseId))
                .with(Sort.by("madeAt", "_id"))
                .limit(MOST_PER_CASE));
    }

    /** What falls due first comes first. @param after the last one seen */
    List<Complaint> list(Complaint.State state, @Nullable Position after, int limit) {
        Criteria criteria = Criteria.where("state").is(state);
        if (after != null) {
            criteria = criteria.orOperator(
                    Criteria.where("dueOn").gt(after.dueOn()),
                    Criteria.where("dueOn").is(after.dueOn()).and("_id").gt(after.id()));
        }
        return complaints.find(
                Query.query(criteria).with(Sort.by("dueOn", "_id")).limit(limit));
    }

    record Position(String dueOn, String id) {}

    Outcome answer(String id, String words, Caller staff) {
        return complaints
                .change(id, complaint -> answer(complaint, words, staff), Done.class::isInstance)
                .orElseGet(Absent::new);
    }

    private Outcome answer(Complaint complaint, String words, Caller staff) {
        Optional<LoanCase> about = cases.find(complaint.applicationId());
        if (about.isPresent()
                && FourEyes.judge(about.get().people(), FourEyes.Decider.of(staff))
                        instanceof FourEyes.Conflict conflict) {
            return new FourEyesConflict(conflict.reason());
        }
        return complaint.answer(words, staff.subject(), now()) ? new Done(complaint) : new AlreadyAnswered();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
