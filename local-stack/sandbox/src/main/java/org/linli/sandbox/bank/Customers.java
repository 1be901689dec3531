package org.linli.sandbox.bank;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Everybody the bank knows; an id number belongs to one customer, a phone may be shared. */
@Component
class Customers {
    private static final int MOST_KEPT = 5_000;

    private final Map<String, Customer> byNumber = new LinkedHashMap<>();
    private final Map<IdNumber, Customer> byIdNumber = new LinkedHashMap<>();

    Customers() {
        DemoCustomers.all().forEach(this::keep);
    }

    /** @return a customer only when all three belong to that one; which of them is wrong is not told */
    synchronized Optional<Customer> identify(Identity claimed) {
        return Optional.ofNullable(byIdNumber.get(claimed.idNumber()))
                .filter(known -> known.identity().equals(claimed));
    }

    synchronized Optional<Customer> numbered(String customerNumber) {
        return Optional.ofNullable(byNumber.get(customerNumber));
    }

    synchronized Optional<Customer> firstWithPhone(String phone) {
        return byNumber.values().stream()
                .filter(one -> one.identity().phone().equals(phone))
                .findFirst();
    }

    /** In the order of their numbers. */
    synchronized List<Customer> first(int size) {
        return byNumber.values().stream().limit(size).toList();
    }

    /** @param idNumber null: one is made up */
    synchronized Customer add(
            String name, @Nullable IdNumber idNumber, String phone, boolean borrower, LocalDate openedOn) {
        int position = byNumber.size() + 1;
        Identity identity = new Identity(name, idNumber == null ? DemoCustomers.idNumberOf(position) : idNumber, phone);
        if (!identity.idNumber().isOfNobody()) {
            throw new IllegalArgumentException("idNumber (expected: 99...: this is no place for a real person's)");
        }
        if (byNumber.size() >= MOST_KEPT) {
            throw refusal("customers: " + byNumber.size() + " (expected: < " + MOST_KEPT + ")");
        }
        if (byIdNumber.containsKey(identity.idNumber())) {
            throw refusal("idNumber (expected: one no customer has)");
        }
        Customer customer = new Customer(Customer.numberOf(position), identity, borrower, openedOn);
        keep(customer);
        return customer;
    }

    private void keep(Customer customer) {
        byNumber.put(customer.customerNumber(), customer);
        byIdNumber.put(customer.identity().idNumber(), customer);
    }

    private static ResponseStatusException refusal(String detail) {
        return new ResponseStatusException(HttpStatus.CONFLICT, detail);
    }
}
