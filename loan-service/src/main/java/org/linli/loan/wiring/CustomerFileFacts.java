package org.linli.loan.wiring;

import java.time.LocalDate;
import org.linli.loan.application.LoanCase;
import org.linli.loan.customerfile.CustomerFiles;
import org.linli.loan.customerfile.FileFacts;
import org.linli.loan.customerfile.FileFacts.RelationKind;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Fact;
import org.linli.loan.policy.kernel.Facts;
import org.springframework.stereotype.Component;

/**
 * What the customer file tells the policies. Whoever guarantees for others guarantees for an amount that the file does not
 * say: that is unknown, not nothing.
 */
@Component
class CustomerFileFacts implements FactSource {
    private final CustomerFiles files;

    CustomerFileFacts(CustomerFiles files) {
        this.files = files;
    }

    @Override
    public String name() {
        return "customer-file";
    }

    @Override
    public Facts tell(LoanCase loanCase, LocalDate on) {
        return files.ofMerchant(loanCase.merchantId())
                .map(CustomerFileFacts::facts)
                .orElse(Facts.NONE);
    }

    private static Facts facts(FileFacts file) {
        boolean guarantees =
                file.relations().stream().anyMatch(relation -> relation.kind() == RelationKind.GUARANTEES_FOR);
        Facts facts = guarantees ? Facts.NONE : Facts.NONE.with(Fact.GUARANTEED_FOR_OTHERS_FEN, 0);
        return file.monthlySurplusFen()
                .map(surplus -> facts.with(Fact.MONTHLY_SURPLUS_FEN, surplus))
                .orElse(facts);
    }
}
