package org.linli.sandbox.corebank;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The books: one booking per reference, however often it is asked for. */
@Component
class Ledger {
    private static final int CAPACITY = 50_000;
    private static final int MOST_FAULTS = 100;

    private final Map<String, BookedPayment> bookings = new LinkedHashMap<>();
    private final List<CoreBankFault> faults = new ArrayList<>();
    private final Clock clock;
    private long number;

    Ledger(Clock clock) {
        this.clock = clock;
    }

    /** @return the booking of this reference, which may be of something else than what is asked for */
    synchronized BookedPayment book(PaymentOrder order) {
        BookedPayment before = bookings.get(order.reference());
        if (before != null) {
            return before;
        }
        if (bookings.size() >= CAPACITY) {
            throw new IllegalStateException("the books are full: restart the sandbox");
        }
        number++;
        BookedPayment fresh = BookedPayment.of(order, number, clock.instant());
        bookings.put(order.reference(), fresh);
        return fresh;
    }

    synchronized Optional<BookedPayment> find(String reference) {
        return Optional.ofNullable(bookings.get(reference));
    }

    synchronized Collection<BookedPayment> matching(@Nullable String loanId) {
        return bookings.values().stream()
                .filter(one -> loanId == null || loanId.equals(one.loanId()))
                .toList();
    }

    synchronized void plan(CoreBankFault fault) {
        if (faults.size() >= MOST_FAULTS) {
            throw new IllegalStateException("faults: " + MOST_FAULTS + " pending");
        }
        faults.add(fault);
    }

    synchronized void wellAgain() {
        faults.clear();
    }

    synchronized @Nullable CoreBankFault next(PaymentOrder order) {
        for (int i = 0; i < faults.size(); i++) {
            CoreBankFault fault = faults.get(i);
            if (fault.hits(order)) {
                if (fault.left() > 1) {
                    faults.set(i, fault.once());
                } else {
                    faults.remove(i);
                }
                return fault;
            }
        }
        return null;
    }
}
