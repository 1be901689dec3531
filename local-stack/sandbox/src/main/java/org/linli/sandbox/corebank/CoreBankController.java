package org.linli.sandbox.corebank;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CoreBankController {
    private final Ledger ledger;

    CoreBankController(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Books once per reference: repeated, 200 with the same booking; for something else, 409. */
    @PostMapping("/corebank/payments")
    ResponseEntity<?> pay(@RequestBody PaymentOrder order) {
        CoreBankFault fault = ledger.next(order);
        if (fault != null && fault.kind() == CoreBankFault.Kind.DOWN) {
            return problem(HttpStatus.SERVICE_UNAVAILABLE, "down");
        }
        if (fault != null && fault.kind() == CoreBankFault.Kind.REFUSED) {
            return problem(HttpStatus.UNPROCESSABLE_CONTENT, "account-closed");
        }
        boolean known = ledger.find(order.reference()).isPresent();
        BookedPayment booked = ledger.book(order);
        if (!booked.isOf(order)) {
            return problem(HttpStatus.CONFLICT, "reference-reused");
        }
        return fault == null
                ? ResponseEntity.status(known ? HttpStatus.OK : HttpStatus.CREATED)
                        .body(booked)
                : faulty(fault, booked);
    }

    private static ResponseEntity<?> faulty(CoreBankFault fault, BookedPayment booked) {
        return switch (fault.kind()) {
            case ANSWER_LATE -> late(fault, booked);
            case ANSWER_LOST -> problem(HttpStatus.BAD_GATEWAY, "lost");
            case ANOTHER_LOAN -> ResponseEntity.ok(booked.forLoan("another-loan"));
            case ANOTHER_AMOUNT -> ResponseEntity.ok(booked.ofAmount(booked.amountFen() + 1));
            case REFUSED, DOWN -> throw new IllegalStateException("decided before booking");
        };
    }

    private static ResponseEntity<?> late(CoreBankFault fault, BookedPayment booked) {
        try {
            Thread.sleep(fault.lateMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ResponseEntity.ok(booked);
    }

    @GetMapping("/corebank/payments/{reference}")
    ResponseEntity<?> inquire(@PathVariable String reference) {
        BookedPayment booked = ledger.find(reference).orElse(null);
        return booked == null ? problem(HttpStatus.NOT_FOUND, "unknown-reference") : ResponseEntity.ok(booked);
    }

    /** All that was booked, oldest first: shows that money moved once. */
    @GetMapping("/sandbox/corebank/payments")
    Collection<BookedPayment> booked(@RequestParam(required = false) @Nullable String loanId) {
        return ledger.matching(loanId);
    }

    @PostMapping("/sandbox/corebank/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void plan(@RequestBody CoreBankFault fault) {
        ledger.plan(fault);
    }

    @DeleteMapping("/sandbox/corebank/faults")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void wellAgain() {
        ledger.wellAgain();
    }

    private static ResponseEntity<Map<String, String>> problem(HttpStatus status, String code) {
        return ResponseEntity.status(status).body(Map.of("code", code));
    }
}
