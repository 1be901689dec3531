package org.linli.loan.calculation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.loan.Http;
import org.linli.loan.RunningService;

class LoanCalculationHttpTest extends RunningService {
    private static final String GOOD = """
            {"method":"EQUAL_INSTALMENT","principalFen":10000000,"annualRatePercent":"12","instalments":12,
             "disbursedOn":"2026-01-31","dayCount":"D30_360"}""";

    @Test
    void anyone_gets_a_schedule() {
        Http.Answer answer = calculate(GOOD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body().path("instalments").path(0).toString())
                .isEqualTo("{\"number\":1,\"dueDate\":\"2026-02-28\",\"principalFen\":788488,"
                        + "\"interestFen\":100000,\"totalFen\":888488,\"balanceFen\":9211512}");
        assertThat(answer.body().path("totalFen").asLong())
                .isEqualTo(10_000_000 + answer.body().path("totalInterestFen").asLong());
    }

    @Test
    void every_method_and_day_count_is_known() {
        for (String method : new String[] {"EQUAL_INSTALMENT", "EQUAL_PRINCIPAL", "INTEREST_ONLY", "BULLET"}) {
            for (String dayCount : new String[] {"D30_360", "ACT_360", "ACT_365"}) {
                Http.Answer answer =
                        calculate(GOOD.replace("EQUAL_INSTALMENT", method).replace("D30_360", dayCount));
                assertThat(answer.status()).isEqualTo(200);
                assertThat(answer.body().path("instalments")).hasSize(method.equals("BULLET") ? 1 : 12);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "principalFen":10000000 | "principalFen":0 | principalFen
            "principalFen":10000000 | "principalFen":-1 | principalFen
            "principalFen":10000000 | "principalFen":1000000000001 | principalFen
            "principalFen":10000000 | "principalFen":null | principalFen
            "annualRatePercent":"12" | "annualRatePercent":"-1" | annualRatePercent
            "annualRatePercent":"12" | "annualRatePercent":"100.000001" | annualRatePercent
            "annualRatePercent":"12" | "annualRatePercent":"9.4822221" | annualRatePercent
            "annualRatePercent":"12" | "annualRatePercent":"1E+2000000000" | annualRatePercent
            "annualRatePercent":"12" | "annualRatePercent":"1E-2000000000" | annualRatePercent
            "instalments":12 | "instalments":0 | instalments
            "instalments":12 | "instalments":601 | instalments
            "2026-01-31" | "1969-12-31" | disbursedOn
            "2026-01-31" | "2201-01-01" | disbursedOn
            "2026-01-31" | "+999999999-12-31" | disbursedOn
            "EQUAL_INSTALMENT" | "MAGIC" | method
            "D30_360" | "ACT_ACT" | dayCount
            "dayCount":"D30_360" | "other":1 | dayCount
            """)
    void what_is_out_of_range_is_refused_naming_the_field(String from, String to, String field) {
        Http.Answer answer = calculate(GOOD.replace(from, to));
        assertThat(answer.problem()).isEqualTo("400 invalid-parameter");
        assertThat(answer.fields()).contains(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "principalFen":10000000 | "principalFen":100.5
            "principalFen":10000000 | "principalFen":"a lot"
            "principalFen":10000000 | "principalFen":99999999999999999999
            "annualRatePercent":"12" | "annualRatePercent":"NaN"
            "annualRatePercent":"12" | "annualRatePercent":{}
            "2026-01-31" | "2026-02-30"
            "2026-01-31" | 9223372036854775807
            "2026-01-31" | [2026]
            "instalments":12 | "instalments":99999999999
            { | [
            """)
    void what_cannot_be_read_is_refused(String from, String to) {
        assertThat(calculate(GOOD.replace(from, to)).problem()).isEqualTo("400 malformed-body");
    }

    @Test
    void a_rate_may_be_zero_or_have_six_decimals() {
        assertThat(calculate(GOOD.replace("\"12\"", "\"0\""))
                        .body()
                        .path("totalInterestFen")
                        .asLong())
                .isZero();
        assertThat(calculate(GOOD.replace("\"12\"", "\"9.482201\"")).status()).isEqualTo(200);
    }

    @Test
    void other_content_types_and_empty_bodies_are_refused() {
        assertThat(http.post("/api/v1/loan-calculations", "", GOOD, "Content-Type", "text/plain")
                        .problem())
                .isEqualTo("415 unsupported-media-type");
        assertThat(calculate("").problem()).isEqualTo("400 malformed-body");
    }

    private Http.Answer calculate(String body) {
        return http.post("/api/v1/loan-calculations", "", body);
    }
}
