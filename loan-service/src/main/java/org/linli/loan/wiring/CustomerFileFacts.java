package org.linli.loan.wiring;

import java.time.LocalDate;
import org.linli.loan.application.LoanCase;
import org.linli.loan.customerfile.CustomerFiles;
import org.linli.loan.customerfile.FileFacts;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.springframework.stereotype.Component;

/** What the customer file tells the policies: what the household has left, and for how much it stands for others. */
@Component
class CustomerFileFacts implements FactSource {
    private final CustomerFiles files;
    private final GuaranteesGiven guarantees;

    CustomerFileFacts(CustomerFiles files, GuaranteesGiven guarantees) {
        this.files = files;
        this.guarantees = guarantees;
    }

    @Override
    public String name() {
        return "customer-file";
    }

    @Override
    public Facts tell(LoanCase loanCase, LocalDate on) {
        Facts surplus = files.ofMerchant(loanCase.merchantId())
                .flatMap(FileFacts::monthlySurplusFen)
                .map(fen -> Facts.NONE.with(Fact.MONTHLY_SURPLUS_FEN, fen))
                .orElse(Facts.NONE);
        return files.standingOf(loanCase.merchantId())
                .flatMap(file -> guarantees.atMostFen(file, on))
                .map(fen -> surplus.with(Fact.GUARANTEED_FOR_OTHERS_FEN, fen))
                .orElse(surplus);
    }
}
