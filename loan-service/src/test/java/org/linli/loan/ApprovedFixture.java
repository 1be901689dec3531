package org.linli.loan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.contract.Approvals;
import org.linli.loan.contract.ApprovedTerms;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Approvals that tests hand in. */
public final class ApprovedFixture {
    private static final Map<String, ApprovedTerms> TERMS = new ConcurrentHashMap<>();

    private ApprovedFixture() {}

    public static void approve(String caseId, ApprovedTerms terms) {
        TERMS.put(caseId, terms);
    }

    public static void forget(String caseId) {
        TERMS.remove(caseId);
    }

    /** 50,000 CNY over 12 months at 9.6 %, decided by {@code approver-1}, good for a year. */
    public static ApprovedTerms loan() {
        return new ApprovedTerms(
                5_000_000,
                12,
                new BigDecimal("9.6"),
                RepaymentMethod.EQUAL_INSTALMENT,
                DayCount.D30_360,
                List.of(),
                LocalDate.now().plusYears(1),
                false,
                Set.of("approver-1"));
    }

    public static ApprovedTerms line(long limitFen) {
        ApprovedTerms loan = loan();
        return new ApprovedTerms(
                limitFen,
                36,
                loan.annualRatePercent(),
                RepaymentMethod.INTEREST_ONLY,
                DayCount.ACT_365,
                List.of(),
                loan.validUntil(),
                true,
                loan.decidedBy());
    }

    public static ApprovedTerms under(ApprovedTerms terms, List<String> conditions, LocalDate validUntil) {
        return new ApprovedTerms(
                terms.amountFen(),
                terms.termMonths(),
                terms.annualRatePercent(),
                terms.method(),
                terms.dayCount(),
                conditions,
                validUntil,
                terms.revolving(),
                terms.decidedBy());
    }

    @TestConfiguration
    static class Beans {
        /** Cases that were really approved have their own. */
        @Bean
        @Primary
        Approvals handedIn(@Qualifier("org.linli.loan.wiring.TermsForContracts") Approvals decided) {
            return caseId -> Optional.ofNullable(TERMS.get(caseId)).or(() -> decided.termsOf(caseId));
        }
    }
}
