package org.linli.loan.straightthrough;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Predicate;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.bureau.CreditReports;
import org.linli.loan.policy.Assessments;
import org.linli.loan.policy.CaseAssessment;
import org.linli.loan.policy.kernel.Policy;
import org.linli.loan.policy.kernel.Verdict;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Decides small cases at once, or says why somebody has to look at them. */
@Component
public class StraightThrough {
    static final String SYSTEM = "system:straight-through";
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final AggregateStore<PathRecord> records;
    private final Assessments assessments;
    private final LoanCases cases;
    private final DailyCap cap;
    private final ObjectProvider<PathEnd> ends;
    private final StraightThroughSettings settings;
    private final Clock clock;

    StraightThrough(
            MongoOperations mongo,
            OutboxRelay relay,
            Assessments assessments,
            LoanCases cases,
            DailyCap cap,
            ObjectProvider<PathEnd> ends,
            StraightThroughSettings settings,
            Clock clock) {
        this.records = new AggregateStore<>(mongo, relay, PathRecord.class, PathRecord.COLLECTION);
        this.assessments = assessments;
        this.cases = cases;
        this.cap = cap;
        this.ends = ends;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was said about the case, if it was tried. */
    public Optional<ShortDecision> of(String caseId) {
        return records.find(caseId).map(ShortDecision::of);
    }

    DailyCap.Used usedOn(LocalDate day) {
        return cap.of(day);
    }

    /** Tries a new case without anybody asking; a repetition finds what the first one stored. */
    void tryAlone(String caseId) {
        if (settings.automatic()) {
            cases.find(caseId)
                    .filter(found -> found.stage() == Stage.SUBMITTED)
                    .ifPresent(found -> decide(found, SYSTEM, PathRecord::isReferred));
        }
    }

    /** Tries it because a member of staff wants it; what was only referred before is looked at again. */
    Optional<ShortDecision> start(LoanCase loanCase, String by) {
        PathRecord record = loanCase.stage() == Stage.SUBMITTED
                ? decide(loanCase, by, any -> false)
                : records.find(loanCase.id()).orElse(null);
        if (record == null || !record.hasAnswer()) {
            return Optional.empty();
        }
        if (record.isReferred() && loanCase.stage() == Stage.SUBMITTED) {
            cases.move(loanCase.id(), Stage.INVESTIGATION, by);
        }
        return Optional.of(ShortDecision.of(record));
    }

    /** Finishes what a crash cut off: a stored decision whose case has not moved, a try that did not end. */
    void resume(LoanCase loanCase) {
        Optional<PathRecord> known = records.find(loanCase.id());
        if (known.filter(PathRecord::isDecided).isPresent()) {
            move(known.get());
        } else if (loanCase.stage() == Stage.SUBMITTED) {
            tryAlone(loanCase.id());
        }
    }

    private PathRecord decide(LoanCase loanCase, String by, Predicate<PathRecord> goodEnough) {
        PathRecord record = begun(loanCase);
        if (record.isDecided()) {
            return move(record);
        }
        if (goodEnough.test(record)) {
            return record;
        }
        Optional<Referral> outside = PathRules.refers(
                loanCase.id(), loanCase.productCode(), loanCase.amountFen(), loanCase.termMonths(), settings);
        if (outside.isPresent()) {
            return change(record, one -> one.refer(outside.get(), null, by, now()));
        }
        return assessments
                .assess(loanCase, Policy.withoutInvestigation(), by)
                .map(found -> judge(loanCase, record, found, by))
                .orElseGet(() -> change(record, one -> one.refer(Referral.TOO_OFTEN, null, by, now())));
    }

    private PathRecord judge(LoanCase loanCase, PathRecord record, CaseAssessment found, String by) {
        if (found.silent().contains(CreditReports.SOURCE)) {
            return change(record, one -> one.await(found, by, now()));
        }
        if (!isStillNew(loanCase)) {
            return records.find(record.id()).orElse(record); // perhaps it was tried by itself at the same time
        }
        Verdict verdict = found.assessment().verdict();
        if (verdict == Verdict.DECLINE) {
            return move(change(record, one -> one.decline(found, by, now())));
        }
        return verdict == Verdict.PASS
                ? passed(loanCase, record, found, by)
                : change(record, one -> one.refer(Referral.POLICIES, found, by, now()));
    }

    /** While the ports were asked somebody may have taken the case the normal way, or the applicant taken it back. */
    private boolean isStillNew(LoanCase loanCase) {
        return cases.find(loanCase.id())
                .filter(now -> now.stage() == Stage.SUBMITTED)
                .isPresent();
    }

    /** The day is written down before its cap is asked: after a crash the same day is asked again, and counts once. */
    private PathRecord passed(LoanCase loanCase, PathRecord record, CaseAssessment found, String by) {
        LocalDate today = now().atZone(BANK_ZONE).toLocalDate();
        LocalDate counted =
                records.change(record.id(), one -> one.pass(today, by, now())).orElseThrow();
        if (!cap.take(counted, loanCase.id(), loanCase.amountFen())) {
            return change(record, one -> one.refer(Referral.DAILY_CAP, found, by, now()));
        }
        return move(change(record, one -> one.approve(found, loanCase.amountFen(), loanCase.termMonths(), by, now())));
    }

    private PathRecord begun(LoanCase loanCase) {
        return records.find(loanCase.id()).orElseGet(() -> {
            try {
                return records.insert(new PathRecord(loanCase.id(), loanCase.organisationPath()));
            } catch (DuplicateKeyException begunMeanwhile) {
                return records.find(loanCase.id()).orElseThrow();
            }
        });
    }

    /** Whoever decided first has decided: the stored record is what counts. */
    private PathRecord change(PathRecord record, Predicate<PathRecord> change) {
        records.change(record.id(), change::test, changed -> changed);
        return records.find(record.id()).orElseThrow();
    }

    private PathRecord move(PathRecord record) {
        if (!record.isDecided() || record.hasMoved()) {
            return record;
        }
        cases.move(record.id(), Stage.APPROVAL, SYSTEM);
        assessments
                .of(record.id())
                .ifPresent(found -> ends.getIfAvailable(() -> this::moveOn).end(ShortDecision.of(record), found));
        return change(record, PathRecord::moved);
    }

    private void moveOn(ShortDecision decision, CaseAssessment assessment) {
        cases.move(assessment.caseId(), decision.isApproval() ? Stage.CONTRACT : Stage.DECLINED, SYSTEM);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
