package org.linli.user.consent;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.ConsentDecision;
import org.linli.user.identity.ConsentPurpose;
import org.linli.user.identity.PersonFields;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.privacy.PersonalData;
import org.springframework.stereotype.Component;

/**
 * About whom the credit bureau may be asked (rules L-7, P-4). The bank's number of a customer leaves this service only
 * while that person's consent to the credit check stands.
 */
@Component
class CreditSubjects {
    private final Users users;
    private final PersonFields fields;
    private final PersonalData personalData;

    CreditSubjects(Users users, PersonFields fields, PersonalData personalData) {
        this.users = users;
        this.fields = fields;
        this.personalData = personalData;
    }

    /**
     * @param textVersion of the text that was agreed to; null without consent
     * @param customerNumber null without consent, and when the bank does not know which of its customers it is
     */
    record Subject(
            boolean consented,
            @Nullable String textVersion,
            @Nullable String customerNumber) {
        static final Subject NONE = new Subject(false, null, null);

        @Override
        public String toString() {
            return "Subject[hidden]";
        }
    }

    Subject of(String userId) {
        User user = users.current(userId).orElseThrow(ProblemException::notFound);
        ConsentDecision decision = user.consents().current().get(ConsentPurpose.CREDIT_CHECK);
        return decision == null || !decision.granted()
                ? Subject.NONE
                : new Subject(true, decision.textVersion(), numberOf(user).orElse(null));
    }

    /** Of several customers behind one phone it is nobody: a report of the wrong one would be worse than none. */
    private Optional<String> numberOf(User user) {
        List<User> customers = Stream.concat(
                        Stream.of(user),
                        users.phoneOf(user).stream()
                                .flatMap(phone ->
                                        users.with(Users.Lookup.BOUND_PHONE, personalData.index(phone)).stream()))
                .filter(one -> one.bankCustomer().isPresent())
                .toList();
        long different = customers.stream()
                .flatMap(one -> one.bankCustomer().stream())
                .map(BankCustomer::customerId)
                .distinct()
                .count();
        return different == 1 ? customers.stream().findFirst().flatMap(this::storedNumber) : Optional.empty();
    }

    private Optional<String> storedNumber(User user) {
        return user.bankCustomer().map(customer -> fields.number().decrypt(user.id(), customer.numberEncrypted()));
    }
}
