package org.linli.loan.customerfile;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Guarantee companies for loan cases: reserved while the case is open, given back when it fails. */
@Component
class CaseGuarantees {
    private static final Logger log = LoggerFactory.getLogger(CaseGuarantees.class);
    private static final int PAGE = 100;

    /** Within it whoever took a loan back has sent the case where it goes. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final GuaranteeCompanies companies;
    private final LoanCases cases;
    private final Clock clock;

    CaseGuarantees(GuaranteeCompanies companies, LoanCases cases, Clock clock) {
        this.companies = companies;
        this.cases = cases;
        this.clock = clock;
    }

    /** Empty when there is no such open case in the caller's scope. */
    Optional<GuaranteeOutcome> reserve(String caseId, String companyId, long amountFen, Caller caller) {
        return openCase(caseId, caller).map(open -> companies.reserve(companyId, open.id(), amountFen));
    }

    Optional<GuaranteeOutcome> release(String caseId, String companyId, Caller caller) {
        return openCase(caseId, caller).map(open -> companies.release(companyId, open.id()));
    }

    private Optional<LoanCase> openCase(String caseId, Caller caller) {
        return cases.inScope(caseId, caller).filter(found -> found.stage().isOpen());
    }

    /**
     * Cases that were withdrawn take nothing of a cap any more, nor do those that ended and whose loan was taken back; a
     * declined one may still be appealed against.
     */
    @Scheduled(fixedDelayString = "${linli.loan.customer-files.sweep-every:PT10M}", initialDelayString = "PT1M")
    void releaseFailed() {
        String last = null;
        for (List<GuaranteeCompany> page = page(last); !page.isEmpty(); page = page(last)) {
            page.forEach(this::releaseFailed);
            last = page.get(page.size() - 1).id();
        }
    }

    private List<GuaranteeCompany> page(@Nullable String last) {
        return companies.after(last, PAGE);
    }

    private void releaseFailed(GuaranteeCompany company) {
        company.uses().stream()
                .filter(use -> !use.consumed())
                .filter(use -> cases.find(use.loanId())
                        .filter(found -> isOver(found.stage(), use))
                        .isPresent())
                .forEach(use -> {
                    companies.release(company.id(), use.loanId());
                    log.info("guarantee of case {} given back", use.loanId());
                });
    }

    /** A loan that was taken back a moment ago may still send its case back: that is waited for. */
    private boolean isOver(Stage stage, GuaranteeCompany.Use use) {
        boolean takenBack =
                !use.earlierLoans().isEmpty() && use.since().plus(SETTLING).isBefore(clock.instant());
        return stage == Stage.WITHDRAWN || stage == Stage.DISBURSED && takenBack;
    }
}
