package org.linli.user.binding;

import java.util.Optional;
import org.linli.user.privacy.Phone;

/** The port to the bank's own system, which alone knows who its customers are. */
public interface CoreBanking {
    /** What someone says they are. */
    record Claim(String name, IdNumber idNumber, Phone phone) {
        @Override
        public String toString() {
            return "Claim[hidden]";
        }
    }

    /**
     * Asks who it is.
     *
     * @return the customer's number; empty when the three are not those of one customer
     * @throws org.linli.starter.web.DependencyUnavailableException when the bank does not answer
     */
    Optional<String> identify(Claim claim);

    /**
     * Whether the customer owes the bank money.
     *
     * @throws org.linli.starter.web.DependencyUnavailableException when the bank does not answer
     */
    boolean isBorrower(String customerNumber);
}
