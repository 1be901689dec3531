package org.linli.loan.bureau;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.linli.loan.application.LoanCase;
import org.linli.loan.bureau.CreditCheck.State;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Getting a case's credit report: consent first, then the bureau, then a look at what came back. */
@Component
class CreditChecks {
    static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final AggregateStore<CreditCheck> store;
    private final CreditSubjects subjects;
    private final Bureau bureau;
    private final SealedField raw;
    private final BureauSettings settings;
    private final Clock clock;

    CreditChecks(
            MongoOperations mongo,
            OutboxRelay relay,
            CreditSubjects subjects,
            Bureau bureau,
            FieldCipher cipher,
            BureauSettings settings,
            Clock clock) {
        this.store = new AggregateStore<>(mongo, relay, CreditCheck.class, CreditCheck.COLLECTION);
        this.subjects = subjects;
        this.bureau = bureau;
        this.raw = cipher.field(CreditCheck.COLLECTION, "rawSealed");
        this.settings = settings;
        this.clock = clock;
    }

    Optional<CreditCheck> find(String caseId) {
        return store.find(caseId);
    }

    <R> Optional<R> change(
            String caseId, Function<CreditCheck, R> change, java.util.function.Predicate<R> worthSaving) {
        return store.change(caseId, change, worthSaving);
    }

    /**
     * The case's check with a report that is new enough, if one can be had. Of two who ask at once the first to get one
     * is right for both: an answer without a report that comes late takes nothing away.
     *
     * @param insist asks again where the last answer was refused; otherwise a person decides when
     */
    CreditCheck obtain(LoanCase loanCase, boolean insist) {
        CreditCheck known = store.find(loanCase.id()).orElse(null);
        if (known != null && (isUsable(known) || known.state() == State.REFUSED && !insist)) {
            return known;
        }
        Function<CreditCheck, CreditCheck> outcome = ask(loanCase);
        if (known == null) {
            try {
                return store.insert(outcome.apply(CreditCheck.begun(loanCase.id(), loanCase.organisationPath())));
            } catch (DuplicateKeyException begunMeanwhile) {
                // two asked at once: see below
            }
        }
        return store.change(loanCase.id(), check -> isUsable(check) ? check : outcome.apply(check))
                .orElseThrow();
    }

    private boolean isUsable(CreditCheck check) {
        CreditReport report = check.report();
        return report != null && report.ageInDays(today()) <= settings.maxReportAgeDays();
    }

    private Function<CreditCheck, CreditCheck> ask(LoanCase loanCase) {
        try {
            CreditSubjects.Answer subject = subjects.of(loanCase);
            if (subject instanceof CreditSubjects.Subject known) {
                return judge(loanCase.id(), known, bureau.ask(question(loanCase.id(), known)));
            }
            return subject instanceof CreditSubjects.NoConsent
                    ? CreditCheck::withoutConsent
                    : CreditCheck::notIdentified;
        } catch (DependencyUnavailableException away) {
            return check -> check.away(now(), settings);
        }
    }

    private static Bureau.Question question(String caseId, CreditSubjects.Subject subject) {
        return new Bureau.Question(caseId, subject.customerNumber(), subject.consentReference());
    }

    private Function<CreditCheck, CreditCheck> judge(
            String caseId, CreditSubjects.Subject subject, Bureau.Answer answer) {
        if (answer instanceof Bureau.Received received) {
            long age = received.report().ageInDays(today());
            if (age < 0) {
                return check -> check.refused(CreditCheck.Refused.UNREADABLE, now());
            }
            if (age > settings.maxReportAgeDays()) {
                return check -> check.refused(CreditCheck.Refused.STALE, now());
            }
            String sealed = raw.encrypt(caseId, received.raw());
            return check -> check.received(received.report(), sealed, subject.consentReference(), now());
        }
        CreditCheck.Refused why = answer instanceof Bureau.OfSomebodyElse
                ? CreditCheck.Refused.OF_SOMEBODY_ELSE
                : CreditCheck.Refused.UNREADABLE;
        return check -> check.refused(why, now());
    }

    /** Cases whose next attempt is due, the longest waiting first. */
    List<CreditCheck> due(int limit) {
        return store.find(Query.query(Criteria.where("state")
                        .is(State.WAITING)
                        .and("nextAttemptAt")
                        .lte(now()))
                .with(Sort.by("nextAttemptAt", "_id"))
                .limit(limit));
    }

    LocalDate today() {
        return clock.instant().atZone(BANK_ZONE).toLocalDate();
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
