package org.linli.user.customer;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.web.ProblemException;
import org.linli.user.binding.BindingCustomers;
import org.linli.user.binding.Blacklist;
import org.linli.user.binding.CustomerView;
import org.linli.user.binding.IdNumber;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.linli.user.privacy.Phone;
import org.springframework.stereotype.Component;

/** Finds people by keyed hashes, shows them masked, and puts every reveal on record before it happens (rule P-4). */
@Component
class LookingUpCustomers {
    private final Users users;
    private final BindingCustomers binding;
    private final Blacklist blacklist;
    private final CustomerView view;
    private final AuditNotes notes;

    LookingUpCustomers(
            Users users, BindingCustomers binding, Blacklist blacklist, CustomerView view, AuditNotes notes) {
        this.users = users;
        this.binding = binding;
        this.blacklist = blacklist;
        this.view = view;
        this.notes = notes;
    }

    Optional<User> find(String userId) {
        return users.current(userId);
    }

    List<User> search(CustomerController.Search search) {
        String phone = search.phone();
        String idNumber = search.idNumber();
        String number = search.customerNumber();
        if (Stream.of(phone, idNumber, number).filter(Objects::nonNull).count() != 1) {
            throw ProblemException.invalidParameter("phone", "(expected: one of phone, idNumber, customerNumber)");
        }
        if (phone != null) {
            return users.withPhone(Phone.of(phone));
        }
        return idNumber != null
                ? users.with(Users.Lookup.ID_NUMBER, binding.idNumberIndex(IdNumber.of(idNumber)))
                : users.with(Users.Lookup.CUSTOMER, binding.customerId(String.valueOf(number)));
    }

    CustomerController.Card card(User user) {
        Optional<CustomerView.Plain> plain = view.of(user);
        return new CustomerController.Card(
                user.id(),
                user.kind().name().toLowerCase(Locale.ROOT),
                user.organisationPath(),
                phone(user, plain.orElse(null)).map(Phone::masked).orElse(null),
                plain.map(one -> CustomerView.maskedName(one.name())).orElse(null),
                plain.map(one -> new IdNumber(one.idNumber()).masked()).orElse(null),
                user.bankCustomer().map(BankCustomer::customerId).orElse(null),
                user.tags(),
                blacklist.covers(user));
    }

    private Optional<Phone> phone(User user, CustomerView.@Nullable Plain plain) {
        return plain == null ? users.phoneOf(user) : Optional.of(new Phone(plain.phone()));
    }

    /** The row is durable before anything is decrypted. What is not known is left out. */
    Map<RevealedField, String> reveal(User user, Set<RevealedField> fields, String reason) {
        notes.write(
                "customer-revealed",
                user.id(),
                AuditView.of("user", user.organisationPath())
                        .with("fields", new TreeSet<>(fields))
                        .because(reason));
        CustomerView.Plain plain = view.of(user).orElse(null);
        Map<RevealedField, String> revealed = new EnumMap<>(RevealedField.class);
        fields.forEach(field -> value(field, user, plain).ifPresent(value -> revealed.put(field, value)));
        return revealed;
    }

    private Optional<String> value(RevealedField field, User user, CustomerView.@Nullable Plain plain) {
        Optional<CustomerView.Plain> bound = Optional.ofNullable(plain);
        return switch (field) {
            case PHONE -> phone(user, plain).map(Phone::digits);
            case NAME -> bound.map(CustomerView.Plain::name);
            case ID_NUMBER -> bound.map(CustomerView.Plain::idNumber);
            case CUSTOMER_NUMBER -> bound.map(CustomerView.Plain::number);
        };
    }
}
