package org.linli.loan.calculation.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Schedules for two thousand real small-business loans (amounts, terms and dates as they happened), where that file is
 * at hand: in {@code loans/} of the folder that LINLI_SHARED_DATA names, or of {@code shared/data} beside the repository.
 */
class RealLoansTest {
    private static final LocalDate SAS_DAY_ZERO = LocalDate.of(1960, 1, 1);
    private static final BigDecimal RATE = new BigDecimal("9.4822");

    @Test
    void every_real_loan_gets_the_oracles_schedule_by_every_method_and_day_count() throws IOException {
        Path file = sharedData().resolve("loans/sba-cases.csv");
        assumeTrue(Files.isRegularFile(file), "skipped, no such file: " + file.normalize());
        int calculated = 0;
        int incalculable = 0;
        for (List<String> row : rows(file)) {
            long fen = wholeNumber(row.get(22)) * 100;
            int months = (int) wholeNumber(row.get(11));
            LocalDate on = SAS_DAY_ZERO.plusDays(wholeNumber(row.get(21)));
            if (fen < 1 || months < 1 || months > LoanTerms.MAX_INSTALMENTS || !LoanTerms.isCalculable(on)) {
                incalculable++;
                continue;
            }
            calculated++;
            RepaymentMethod method = RepaymentMethod.values()[calculated % 4];
            for (DayCount dayCount : DayCount.values()) {
                LoanTerms terms = new LoanTerms(method, fen, RATE, months, on, dayCount);
                SchedulePropertyRules.agree(RepaymentSchedule.of(terms).instalments(), ScheduleOracle.of(terms));
            }
        }
        assertThat(calculated).isGreaterThan(2_000);
        assertThat(incalculable).as("blank date or zero term").isBetween(1, 20);
    }

    private static Path sharedData() {
        String folder = System.getenv("LINLI_SHARED_DATA");
        return folder == null ? Path.of("../../shared/data") : Path.of(folder);
    }

    private static long wholeNumber(String text) {
        return text.isBlank() ? -100_000 : new BigDecimal(text).longValueExact();
    }

    private static List<List<String>> rows(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(RealLoansTest::fields)
                .toList();
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
