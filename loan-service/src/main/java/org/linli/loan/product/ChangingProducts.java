package org.linli.loan.product;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.linli.loan.foureyes.FourEyes.Decider;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** Preparing, publishing and refusing editions: products are the whole bank's, so only who may do it there does. */
@Component
class ChangingProducts {
    private static final String BANK = "/hq/";
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final ProductLines lines;
    private final Clock clock;

    ChangingProducts(ProductLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    List<ProductLine> all(Caller caller) {
        requireBank(caller);
        return lines.all();
    }

    Optional<ProductLine> find(String code, Caller caller) {
        requireBank(caller);
        return lines.findFresh(code);
    }

    /** A code that is new makes a new product. */
    ProductChange prepare(String code, LoanProduct terms, LocalDate from, String reason, Caller caller) {
        requireBank(caller);
        Instant now = now();
        return lines.change(code, true, line -> line.prepare(terms, from, reason, caller.subject(), now, day(now)));
    }

    ProductChange publish(String code, int version, Caller caller) {
        requireBank(caller);
        Instant now = now();
        return lines.change(code, false, line -> line.publish(version, Decider.of(caller), now, day(now)));
    }

    ProductChange refuse(String code, int version, String reason, Caller caller) {
        requireBank(caller);
        return lines.change(code, false, line -> line.refuse(version, reason, caller.subject(), now()));
    }

    LocalDate today() {
        return day(now());
    }

    private static void requireBank(Caller caller) {
        if (!caller.oversees(BANK)) {
            throw ProblemException.forbidden();
        }
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, BANK_ZONE);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
