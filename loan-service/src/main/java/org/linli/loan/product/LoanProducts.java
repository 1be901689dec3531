package org.linli.loan.product;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the bank lends at present, and what it lent when a case began. */
@Component
public class LoanProducts {
    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final ProductLines lines;
    private final Clock clock;

    LoanProducts(ProductLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    public List<LoanProduct> all() {
        LocalDate today = today();
        return lines.all().stream()
                .map(line -> line.inEffect(today))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The product as it was when a case began with it, whatever became of it since. */
    public Optional<LoanProduct> version(String code, int version) {
        return lines.find(code)
                .flatMap(line -> line.version(version))
                .or(() -> lines.findFresh(code).flatMap(line -> line.version(version)));
    }

    /** The edition that a case begins with today (business date). */
    public Optional<LoanProduct> withCode(String code) {
        return lines.find(code).flatMap(line -> line.inEffect(today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BANK_ZONE);
    }
}
