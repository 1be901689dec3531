package org.linli.loan.wiring;

import java.time.LocalDate;
import java.time.YearMonth;
import org.linli.loan.application.LoanCase;
import org.linli.loan.merchant.MerchantFacts;
import org.linli.loan.merchant.PlatformTurnover;
import org.linli.loan.merchant.PlatformTurnover.Known;
import org.linli.loan.merchant.PlatformTurnover.Unknown;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** What redemptions on the platform brought the merchant in the last twelve whole months. */
@Component
class TurnoverFacts implements FactSource {
    private static final int MONTHS = 12;

    private final MerchantFacts merchants;

    TurnoverFacts(MerchantFacts merchants) {
        this.merchants = merchants;
    }

    @Override
    public String name() {
        return "platform-turnover";
    }

    @Override
    public Facts tell(LoanCase loanCase, LocalDate on) {
        YearMonth last = YearMonth.from(on).minusMonths(1);
        PlatformTurnover turnover = merchants.turnover(loanCase.merchantId(), last.minusMonths(MONTHS - 1L), last);
        if (turnover instanceof Known known) {
            return Facts.NONE.with(Fact.TURNOVER_12_MONTHS_FEN, known.fen());
        }
        if (((Unknown) turnover).reason() == PlatformTurnover.Reason.AWAY) {
            throw new DependencyUnavailableException(name(), null);
        }
        return Facts.NONE;
    }
}
