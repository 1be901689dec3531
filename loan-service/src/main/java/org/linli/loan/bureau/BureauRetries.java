package org.linli.loan.bureau;

import java.time.Duration;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks again for cases that wait for the bureau, with growing pauses, for as long as the case is not decided. */
@Component
class BureauRetries {
    private static final Logger log = LoggerFactory.getLogger(BureauRetries.class);

    /** Longer than an attempt takes: nobody else asks meanwhile, and a crashed attempt is made up for. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final CreditChecks checks;
    private final LoanCases cases;
    private final ApplicationEventPublisher events;
    private final BureauSettings settings;

    BureauRetries(CreditChecks checks, LoanCases cases, ApplicationEventPublisher events, BureauSettings settings) {
        this.checks = checks;
        this.cases = cases;
        this.events = events;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${linli.loan.bureau.retry-every:15s}")
    void retry() {
        for (CreditCheck waiting : checks.due(settings.batch())) {
            try {
                retry(waiting.id());
            } catch (RuntimeException e) {
                log.warn("case {}: the bureau could not be asked again", waiting.id(), e);
            }
        }
    }

    private void retry(String caseId) {
        boolean mine = checks.change(caseId, check -> check.claim(checks.now(), LEASE), claimed -> claimed)
                .orElse(false);
        if (!mine) {
            return;
        }
        Optional<LoanCase> undecided =
                cases.find(caseId).filter(found -> found.stage().compareTo(Stage.APPROVAL) <= 0);
        if (undecided.isEmpty()) {
            checks.change(caseId, CreditCheck::stopWaiting, stopped -> stopped);
            return;
        }
        if (checks.obtain(undecided.get(), false).state() != CreditCheck.State.WAITING) {
            events.publishEvent(new CreditReportArrived(caseId));
        }
    }
}
