package org.linli.sandbox.bank;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a core-banking system would never show: its customers, for developers and tests. */
@RestController
@RequestMapping("/sandbox/bank/customers")
class CustomerBookController {
    private static final ZoneId BUSINESS_ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LARGEST_PAGE = 1_000;

    private final Customers customers;
    private final Clock clock;

    CustomerBookController(Customers customers, Clock clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /** @param idNumber made up when left out */
    record NewCustomer(
            String name,
            @Nullable IdNumber idNumber,
            String phone,
            @Nullable Boolean borrower,
            @Nullable LocalDate openedOn) {}

    record Entry(
            String customerNumber,
            String name,
            IdNumber idNumber,
            String phone,
            boolean borrower,
            LocalDate openedOn) {}

    @GetMapping
    List<Entry> list(@RequestParam(defaultValue = "100") int size) {
        if (size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("size: " + size + " (expected: 1.." + LARGEST_PAGE + ")");
        }
        return customers.first(size).stream()
                .map(CustomerBookController::entryOf)
                .toList();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Entry add(@RequestBody NewCustomer added) {
        LocalDate openedOn = added.openedOn() == null ? LocalDate.now(clock.withZone(BUSINESS_ZONE)) : added.openedOn();
        boolean borrower = Boolean.TRUE.equals(added.borrower());
        return entryOf(customers.add(added.name(), added.idNumber(), added.phone(), borrower, openedOn));
    }

    private static Entry entryOf(Customer customer) {
        Identity identity = customer.identity();
        return new Entry(
                customer.customerNumber(),
                identity.name(),
                identity.idNumber(),
                identity.phone(),
                customer.borrower(),
                customer.openedOn());
    }
}
