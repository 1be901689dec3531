package org.linli.user.binding;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.linli.starter.web.ProblemException;
import org.linli.user.binding.BindingResult.Refusal;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.PersonFields;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.phonecode.CodeRequest;
import org.linli.user.phonecode.PhoneCodes;
import org.linli.user.privacy.PersonalData;
import org.linli.user.privacy.Phone;
import org.springframework.stereotype.Component;

/** Binds consumers to the customers of the bank that they prove to be, and unbinds them (rule W-8). */
@Component
public class BindingCustomers {
    static final int ATTEMPTS_A_DAY = 5;
    static final int CODES_A_DAY = 10;
    private static final String ATTEMPT = "attempt";

    private final Users users;
    private final PhoneCodes codes;
    private final CoreBanking bank;
    private final CustomerFiles files;
    private final DailyLimit limit;
    private final Blacklist blacklist;
    private final PersonalData personalData;
    private final PersonFields fields;
    private final Clock clock;

    BindingCustomers(
            Users users,
            PhoneCodes codes,
            CoreBanking bank,
            CustomerFiles files,
            DailyLimit limit,
            Blacklist blacklist,
            PersonalData personalData,
            PersonFields fields,
            Clock clock) {
        this.users = users;
        this.codes = codes;
        this.bank = bank;
        this.files = files;
        this.limit = limit;
        this.blacklist = blacklist;
        this.personalData = personalData;
        this.fields = fields;
        this.clock = clock;
    }

    /** Empty when the user had enough codes sent today. */
    Optional<CodeRequest> sendCode(String userId, Phone phone, Locale locale) {
        return limit.take("code", userId, CODES_A_DAY)
                ? Optional.of(codes.send(PhoneCodes.Purpose.binding(userId), phone, locale))
                : Optional.empty();
    }

    /** @throws DependencyUnavailableException when the bank is away; code and attempt then count as unused */
    BindingResult bind(String userId, String code, CoreBanking.Claim claim) {
        User user = users.current(userId).orElseThrow(ProblemException::notFound);
        if (blacklist.covers(user)) {
            return new BindingResult.Refused(Refusal.BLOCKED);
        }
        if (!limit.take(ATTEMPT, userId, ATTEMPTS_A_DAY)) {
            return new BindingResult.Refused(Refusal.TOO_MANY_ATTEMPTS);
        }
        PhoneCodes.Purpose purpose = PhoneCodes.Purpose.binding(userId);
        if (!codes.redeem(purpose, claim.phone(), code)) {
            return new BindingResult.Refused(Refusal.CODE_WRONG);
        }
        try {
            return bank.identify(claim)
                    .map(number -> bound(user, number, claim))
                    .orElseGet(() -> new BindingResult.Refused(Refusal.IDENTITY_MISMATCH));
        } catch (DependencyUnavailableException e) {
            codes.giveBack(purpose, claim.phone(), code);
            limit.giveBack(ATTEMPT, userId);
            throw e;
        }
    }

    /** The place at the customer first, then the user: a place taken for nothing is given up when it is needed. */
    private BindingResult bound(User user, String number, CoreBanking.Claim claim) {
        String customerId = customerId(number);
        limit.giveBack(ATTEMPT, user.id());
        if (blacklist.isBlocked(customerId)) {
            return new BindingResult.Refused(Refusal.BLOCKED);
        }
        if (user.bankCustomer()
                .filter(one -> !one.customerId().equals(customerId))
                .isPresent()) {
            return new BindingResult.Refused(Refusal.OTHER_CUSTOMER_BOUND);
        }
        if (!takePlace(customerId, user.id())) {
            return new BindingResult.Refused(Refusal.TOO_MANY_USERS);
        }
        Boolean borrower = borrower(number);
        User bound = users.change(user.id(), one -> {
            if (one.bankCustomer().isEmpty()) {
                one.bind(hidden(one.id(), customerId, number, claim, borrower), clock.instant());
            }
            return one;
        });
        if (bound.bankCustomer().orElseThrow().customerId().equals(customerId)) {
            return new BindingResult.Bound(bound);
        }
        files.remove(customerId, user.id());
        return new BindingResult.Refused(Refusal.OTHER_CUSTOMER_BOUND);
    }

    /** Good to know for whoever offers something, and no reason to fail. */
    private @Nullable Boolean borrower(String number) {
        try {
            return bank.isBorrower(number);
        } catch (DependencyUnavailableException e) {
            return null;
        }
    }

    private boolean takePlace(String customerId, String userId) {
        if (files.change(customerId, file -> file.add(userId))) {
            return true;
        }
        CustomerFile full = files.find(customerId).orElseThrow();
        full.users().stream()
                .filter(other -> !isBound(other, customerId))
                .forEach(other -> files.remove(customerId, other));
        return files.change(customerId, file -> file.add(userId));
    }

    private boolean isBound(String userId, String customerId) {
        return users.find(userId)
                .flatMap(User::bankCustomer)
                .filter(one -> one.customerId().equals(customerId))
                .isPresent();
    }

    private BankCustomer hidden(
            String userId, String customerId, String number, CoreBanking.Claim claim, @Nullable Boolean borrower) {
        return new BankCustomer(
                customerId,
                fields.number().encrypt(userId, number),
                fields.name().encrypt(userId, claim.name()),
                fields.idNumber().encrypt(userId, claim.idNumber().characters()),
                idNumberIndex(claim.idNumber()),
                fields.phone().encrypt(userId, claim.phone().digits()),
                personalData.index(claim.phone()),
                clock.instant(),
                borrower);
    }

    /** @return false when there was nothing to unbind */
    boolean unbind(String userId) {
        User user = users.current(userId).orElseThrow(ProblemException::notFound);
        boolean unbound = users.change(userId, one -> one.unbind(clock.instant()));
        user.bankCustomer().ifPresent(customer -> files.remove(customer.customerId(), user.id()));
        return unbound;
    }

    /** The pseudonym of a customer's number. */
    public String customerId(String number) {
        return Ids.derived("bank-customer", personalData.index("bank-customer", number));
    }

    public String idNumberIndex(IdNumber idNumber) {
        return personalData.index("id-number", idNumber.characters());
    }
}
