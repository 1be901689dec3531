package org.linli.loan.application;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.calendar.kernel.WorkingDays;
import org.linli.loan.calendar.kernel.WorkingHours;
import org.linli.loan.product.ApprovalBand;
import org.linli.loan.product.BilingualText;
import org.linli.loan.product.BorrowerKind;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.SecurityKind;
import org.linli.loan.product.TradingRequirement;

/** Things that tests begin with. */
final class ApplicationExamples {
    static final StagePromises PROMISES = new StagePromises(
            Map.of(
                    Stage.SUBMITTED,
                    2,
                    Stage.INVESTIGATION,
                    7,
                    Stage.APPROVAL,
                    4,
                    Stage.CONTRACT,
                    3,
                    Stage.DISBURSEMENT,
                    2),
            new WorkingHours(
                    WorkingDays.weekdays(), LocalTime.of(8, 30), LocalTime.of(17, 30), StagePromises.BANK_ZONE));

    private ApplicationExamples() {}

    static long yuan(long yuan) {
        return yuan * 100;
    }

    /** 5,000 to 500,000 CNY, 3 to 24 months; three months of trading, twelve above 100,000 CNY. */
    static LoanProduct microLoan() {
        BilingualText text = new BilingualText("小微贷", "Micro-loan");
        return new LoanProduct(
                "MICRO",
                text,
                yuan(5_000),
                yuan(500_000),
                3,
                24,
                List.of(RepaymentMethod.EQUAL_INSTALMENT),
                DayCount.D30_360,
                new BigDecimal("4.35"),
                new BigDecimal("12"),
                text,
                List.of(SecurityKind.GUARANTOR),
                List.of(BorrowerKind.INDIVIDUAL_BUSINESS),
                false,
                false,
                List.of(new TradingRequirement(0, 3), new TradingRequirement(yuan(100_000), 12)),
                List.of(text),
                List.of(new ApprovalBand(yuan(500_000), ApprovalBand.Decider.APPROVER)),
                null,
                1);
    }

    static Submission aSubmission(Instant at) {
        return new Submission(
                "key",
                "M1",
                "老街面馆",
                "B01",
                "/hq/B01/",
                "MICRO",
                yuan(50_000),
                12,
                "进货",
                LocalDate.of(2024, 1, 1),
                "owner-1",
                at,
                1);
    }
}
