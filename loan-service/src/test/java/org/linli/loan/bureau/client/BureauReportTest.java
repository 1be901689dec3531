package org.linli.loan.bureau.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.bureau.CreditReport;

/** The bureau's words become facts; what cannot be read wholly is not read at all. */
class BureauReportTest {
    @ParameterizedTest
    @CsvSource({
        "NNNNNN, 0, false",
        "NN1234567NNC, 7, false",
        "NN1111111N, 7, false",
        "1N1N1N1N, 1, false",
        "1234567B**, 7, true",
        "12NG, 2, true",
        "'', 0, false"
    })
    void months_in_a_row_are_counted_whichever_way_they_are_marked(String history, int months, boolean writtenOff) {
        CreditReport facts = facts(report(account(history)));
        assertThat(facts.overdueMonthsInARow()).isEqualTo(months);
        assertThat(facts.writtenOff()).isEqualTo(writtenOff);
    }

    @Test
    void debts_lenders_and_recent_queries_are_added_up() {
        String two = account("N") + "," + account("N").replace("\"A\"", "\"B\"");
        CreditReport facts = facts(report(two));
        assertThat(facts.otherLenders()).isEqualTo(2);
        assertThat(facts.otherDebtFen()).isEqualTo(2_000);
        assertThat(facts.otherMonthlyFen()).isEqualTo(200);
        assertThat(facts.currentOverdueFen()).isEqualTo(20);
        assertThat(facts.queries3Months())
                .as("the one of four months ago does not count")
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"reportNumber\":\"R\",\"reportedOn\":\"2026-03-01\",\"subject\":{\"customerNumber\":\"C1\"}}"
            })
    void half_a_report_is_no_report(String raw) {
        assertThat(BureauReport.read(raw).flatMap(BureauReport::facts)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"NNX", "nn", "89"})
    void an_unknown_mark_makes_the_report_unreadable(String history) {
        assertThat(BureauReport.read(report(account(history))).flatMap(BureauReport::facts))
                .isEmpty();
    }

    @Test
    void an_amount_that_is_missing_or_negative_is_not_taken_for_nothing() {
        String negative = account("N").replace("\"overdueFen\":10", "\"overdueFen\":-1");
        assertThat(BureauReport.read(report(negative)).flatMap(BureauReport::facts))
                .isEmpty();
        String missing = account("N").replace(",\"overdueFen\":10", "");
        assertThat(BureauReport.read(report(missing)).flatMap(BureauReport::facts))
                .isEmpty();
    }

    private static CreditReport facts(String raw) {
        BureauReport report = BureauReport.read(raw).orElseThrow();
        assertThat(report.isOf("C1")).isTrue();
        assertThat(report.isOf("C2")).isFalse();
        return report.facts().orElseThrow();
    }

    static String account(String history) {
        return "{\"lender\":\"A\",\"balanceFen\":1000,\"monthlyPaymentFen\":100,\"overdueFen\":10,\"history\":\"%s\"}"
                .formatted(history);
    }

    static String report(String accounts) {
        return """
                {"reportNumber":"R1","reportedOn":"2026-03-01","subject":{"customerNumber":"C1"},"accounts":[%s],
                "executions":[],"queries":[{"on":"2026-02-20"},{"on":"2025-11-01"}]}
                """.formatted(accounts);
    }
}
