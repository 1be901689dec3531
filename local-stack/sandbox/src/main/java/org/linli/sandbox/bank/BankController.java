package org.linli.sandbox.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Core banking as the platform calls it. */
@RestController
@RequestMapping("/bank")
class BankController {
    private static final List<String> SURNAMES = List.of("赵", "钱", "孙", "李", "周", "吴", "郑", "王");

    private final Customers customers;

    BankController(Customers customers) {
        this.customers = customers;
    }

    record ByPhone(String customerNo, String maskedName, String phoneLastFour, boolean hasBasicAccount) {
        static ByPhone known(Customer customer) {
            Identity identity = customer.identity();
            return of(customer.customerNumber(), identity.name().substring(0, 1), identity.phone());
        }

        static ByPhone derived(String phone) {
            int number = numberIn(phone);
            return of("C" + phone.substring(1) + (number % 97), SURNAMES.get(number % SURNAMES.size()), phone);
        }

        private static ByPhone of(String customerNo, String surname, String phone) {
            return new ByPhone(customerNo, surname + "**", phone.substring(7), numberIn(phone) % 2 == 0);
        }

        private static int numberIn(String phone) {
            return Integer.parseInt(phone.substring(3));
        }
    }

    record Identified(String customerNumber) {}

    record Relation(String customerNumber, boolean borrower, LocalDate openedOn) {}

    @GetMapping("/health")
    Map<String, String> health() {
        return Map.of("status", "UP");
    }

    /** One refusal whatever does not fit, so that nobody can try out who is a customer. */
    @PostMapping("/customers/identification")
    ResponseEntity<?> identify(@RequestBody Identity claimed) {
        Optional<Customer> found = customers.identify(claimed);
        if (found.isPresent()) {
            return ResponseEntity.ok(new Identified(found.get().customerNumber()));
        }
        ProblemDetail mismatch = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "name, id number and phone are not those of one customer");
        mismatch.setProperty("code", "identity-mismatch");
        return ResponseEntity.of(mismatch).build();
    }

    @GetMapping("/customers/{customerNumber}")
    ResponseEntity<Relation> relation(@PathVariable String customerNumber) {
        return ResponseEntity.of(customers
                .numbered(customerNumber)
                .map(one -> new Relation(one.customerNumber(), one.borrower(), one.openedOn())));
    }

    /** Every phone number is a customer's here, except those that end in 0000. */
    @GetMapping("/customers")
    ResponseEntity<ByPhone> customer(@RequestParam String phone) {
        Identity.requirePhone(phone);
        if (phone.endsWith("0000")) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok(
                customers.firstWithPhone(phone).map(ByPhone::known).orElseGet(() -> ByPhone.derived(phone)));
    }
}
