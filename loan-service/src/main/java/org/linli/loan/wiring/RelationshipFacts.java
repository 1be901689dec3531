package org.linli.loan.wiring;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.customerfile.CustomerFiles;
import org.linli.loan.loan.Borrowings;
import org.linli.loan.loan.Borrowings.Borrowing;
import org.linli.loan.merchant.MerchantFacts;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/**
 * How long the bank knows the customer, and what came back before. The time counts from the earliest thing that is known:
 * where a source is silent it is shorter, never longer.
 */
@Component
class RelationshipFacts implements FactSource {
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final CustomerFiles files;
    private final Borrowings borrowings;
    private final MerchantFacts merchants;

    RelationshipFacts(CustomerFiles files, Borrowings borrowings, MerchantFacts merchants) {
        this.files = files;
        this.borrowings = borrowings;
        this.merchants = merchants;
    }

    @Override
    public String name() {
        return "relationship";
    }

    @Override
    public Facts tell(LoanCase loanCase, LocalDate on) {
        String merchantId = loanCase.merchantId();
        Borrowing borrowing = borrowings.of(merchantId, on).orElse(null);
        Facts months = since(merchantId, borrowing)
                .map(first -> Facts.NONE.with(Fact.CUSTOMER_MONTHS, Math.max(0, ChronoUnit.MONTHS.between(first, on))))
                .orElse(Facts.NONE);
        Integer repaid = borrowing == null ? null : borrowing.repaid();
        return repaid == null ? months : months.with(Fact.LOANS_REPAID, repaid);
    }

    private Optional<LocalDate> since(String merchantId, @Nullable Borrowing borrowing) {
        Optional<LocalDate> lent = Optional.ofNullable(borrowing).map(Borrowing::firstOn);
        Optional<LocalDate> filed = files.openedAt(merchantId).map(RelationshipFacts::day);
        return Stream.of(lent, filed, joined(merchantId))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo);
    }

    private Optional<LocalDate> joined(String merchantId) {
        try {
            return merchants.joinedAt(merchantId).map(RelationshipFacts::day);
        } catch (DependencyUnavailableException away) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BANK_ZONE);
    }
}
