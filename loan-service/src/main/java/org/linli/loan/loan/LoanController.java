package org.linli.loan.loan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.Instalment;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Loans for their owners and for staff. Money in fen. */
@RestController
class LoanController {
    private final Loans loans;

    LoanController(Loans loans) {
        this.loans = loans;
    }

    /** The caller's own merchant's loans, newest first. */
    @Allowed(value = "loan.own", own = "merchantId")
    @GetMapping("/api/v1/loans")
    Page<View> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return page(loans.ofMerchant(caller.require("merchantId"), id(after), size + 1), size);
    }

    /** Everything in the caller's data scope (rule P-1), newest first. */
    @Allowed("loan.read")
    @GetMapping("/api/v1/admin/loans")
    Page<View> inScope(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        return page(loans.inScope(caller.scope(), id(after), size + 1), size);
    }

    /** For the merchant's owner and for staff whose data scope holds it; 404 for everyone else. */
    @Allowed({"loan.own", "loan.read"})
    @GetMapping("/api/v1/loans/{id}")
    View one(@PathVariable String id, Caller caller) {
        return View.of(visible(id, caller));
    }

    /** The schedule that was agreed (rule L-20). */
    @Allowed({"loan.own", "loan.read"})
    @GetMapping("/api/v1/loans/{id}/schedule")
    Schedule schedule(@PathVariable String id, Caller caller) {
        return Schedule.of(visible(id, caller));
    }

    private Loan visible(String id, Caller caller) {
        return loans.visibleTo(id, caller).orElseThrow(ProblemException::notFound);
    }

    private static @Nullable String id(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        return cursor == null ? null : cursor.text(0);
    }

    private static Page<View> page(List<Loan> oneMore, int size) {
        List<View> items = oneMore.stream().limit(size).map(View::of).toList();
        String next = oneMore.size() > size ? Cursor.of(items.get(size - 1).id()) : null;
        return new Page<>(items, next);
    }

    /** @param creditLineId the line it was drawn from, if any */
    record View(
            String id,
            String applicationId,
            @Nullable String creditLineId,
            String merchantId,
            String branchId,
            String productCode,
            long amountFen,
            int termMonths,
            String annualRatePercent,
            RepaymentMethod method,
            DayCount dayCount,
            LocalDate disbursedOn,
            LocalDate maturesOn,
            String status) {
        static View of(Loan loan) {
            LoanOrigin origin = loan.origin();
            AgreedTerms terms = loan.terms();
            return new View(
                    loan.id(),
                    origin.caseId(),
                    origin.lineId(),
                    origin.merchantId(),
                    origin.branchId(),
                    origin.productCode(),
                    terms.amountFen(),
                    terms.termMonths(),
                    terms.annualRatePercent(),
                    terms.method(),
                    terms.dayCount(),
                    loan.disbursedOn(),
                    loan.maturesOn(),
                    loan.status().name());
        }
    }

    record Schedule(String loanId, List<Line> instalments, long totalInterestFen, long totalFen) {
        static Schedule of(Loan loan) {
            List<Instalment> lines = loan.schedule();
            return new Schedule(
                    loan.id(),
                    lines.stream().map(Line::of).toList(),
                    lines.stream().mapToLong(Instalment::interestFen).sum(),
                    lines.stream().mapToLong(Instalment::totalFen).sum());
        }
    }

    record Line(int number, LocalDate dueDate, long principalFen, long interestFen, long totalFen, long balanceFen) {
        static Line of(Instalment line) {
            return new Line(
                    line.number(),
                    line.dueDate(),
                    line.principalFen(),
                    line.interestFen(),
                    line.totalFen(),
                    line.balanceFen());
        }
    }
}
