package org.linli.loan.loan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.calculation.kernel.DayCount;
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

/** What is left of a line. Money in fen. */
@RestController
class CreditLineController {
    private final CreditLines lines;

    CreditLineController(CreditLines lines) {
        this.lines = lines;
    }

    /** The caller's own merchant's lines, newest first. */
    @Allowed(value = "loan.own", own = "merchantId")
    @GetMapping("/api/v1/loans/lines")
    Page<View> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        String before = cursor == null ? null : cursor.text(0);
        List<CreditLine> oneMore = lines.ofMerchant(caller.require("merchantId"), before, size + 1);
        List<View> items = oneMore.stream().limit(size).map(this::view).toList();
        return new Page<>(
                items, oneMore.size() > size ? Cursor.of(items.get(size - 1).id()) : null);
    }

    /** For the merchant's owner and for staff whose data scope holds it; 404 for everyone else. */
    @Allowed({"loan.own", "loan.read"})
    @GetMapping("/api/v1/loans/lines/{id}")
    View one(@PathVariable String id, Caller caller) {
        return lines.visibleTo(id, caller).map(this::view).orElseThrow(ProblemException::notFound);
    }

    private View view(CreditLine line) {
        AgreedTerms terms = line.terms();
        return new View(
                line.id(),
                line.origin().merchantId(),
                line.origin().productCode(),
                terms.amountFen(),
                line.availableFen(),
                line.outstandingFen(),
                terms.annualRatePercent(),
                terms.method(),
                terms.dayCount(),
                line.openedOn(),
                line.expiresOn(),
                lines.isExpired(line) ? "EXPIRED" : "OPEN");
    }

    /**
     * @param availableFen may be drawn now
     * @param outstandingFen drawn and not repaid; both together are the limit
     */
    record View(
            String id,
            String merchantId,
            String productCode,
            long limitFen,
            long availableFen,
            long outstandingFen,
            String annualRatePercent,
            RepaymentMethod method,
            DayCount dayCount,
            LocalDate openedOn,
            LocalDate expiresOn,
            String status) {}
}
