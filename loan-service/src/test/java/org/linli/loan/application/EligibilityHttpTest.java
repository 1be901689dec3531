package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;

/** Would it be taken? Answered at once; and what bad input meets. */
class EligibilityHttpTest extends RunningService {
    private static final String ELIGIBILITY = "/api/v1/loan-applications/eligibility";

    @ParameterizedTest
    @CsvSource({
        "499900, 12, E-1",
        "50000100, 12, E-1",
        "500000, 12, ''",
        "50000000, 24, ''",
        "500001, 12, ''",
        "5000000, 2, E-2",
        "5000000, 25, E-2",
        "4999, 2, E-1 E-2"
    })
    void the_preview_and_the_application_agree_at_every_edge(long amountFen, int months, String rules) {
        String owner = Tokens.owner(approvedMerchant());
        String body = application("MICRO", amountFen, months, "2020-01-01");
        Http.Answer preview = http.post(ELIGIBILITY, owner, body);
        assertThat(preview.status()).isEqualTo(200);
        assertThat(String.join(" ", preview.each("failed", "rule"))).isEqualTo(rules);
        assertThat(preview.text("eligible")).isEqualTo(String.valueOf(rules.isEmpty()));
        assertThat(http.apply(owner, body).status()).isEqualTo(rules.isEmpty() ? 201 : 422);
    }

    @Test
    void an_open_application_of_the_same_person_shows_before_anybody_applies() {
        String person = "person-" + Ids.next();
        http.apply(Tokens.owner(person, approvedMerchant()), goodApplication());
        Http.Answer preview = http.post(ELIGIBILITY, Tokens.owner(person, approvedMerchant()), goodApplication());
        assertThat(preview.each("failed", "rule")).containsExactly("E-5");
    }

    @Test
    void trading_that_begins_tomorrow_is_no_answer_but_a_mistake() {
        String tomorrow = LocalDate.now().plusDays(2).toString();
        String body = application("MICRO", 5_000_000, 12, tomorrow);
        String owner = Tokens.owner(approvedMerchant());
        assertThat(http.post(ELIGIBILITY, owner, body).fields()).containsExactly("businessStartedOn");
        assertThat(http.apply(owner, body).fields()).containsExactly("businessStartedOn");
        assertThat(http.post(ELIGIBILITY, owner, application("PAWN", 1, 1, "2020-01-01"))
                        .fields())
                .containsExactly("productCode");
    }
}
