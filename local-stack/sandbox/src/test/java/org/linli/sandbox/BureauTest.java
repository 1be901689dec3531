package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class BureauTest extends SandboxTest {
    @ParameterizedTest
    @CsvSource({"C0000000010, N, 0", "C0000000002, 7, 0", "C0000000003, 2, 260000", "C0000000004, B, 0"})
    void a_number_has_its_past(String number, String mark, long overdueFen) throws Exception {
        JsonNode report = report(number);
        assertThat(report.path("subject").path("customerNumber").asString()).isEqualTo(number);
        assertThat(report.path("accounts").toString()).contains(mark);
        assertThat(report.path("accounts").get(0).path("overdueFen").asLong()).isEqualTo(overdueFen);
    }

    @Test
    void wrong_stale_and_broken_answers_come_for_their_numbers() throws Exception {
        assertThat(report("C0000000007").path("subject").path("customerNumber").asString())
                .isNotEqualTo("C0000000007");
        assertThat(report("C0000000008").path("reportedOn").asString())
                .isLessThan(report("C0000000010").path("reportedOn").asString());
        assertThat(send("GET", path("C0000000009", "v1"), "").body()).doesNotEndWith("}");
    }

    @Test
    void a_past_can_be_given_and_faults_hit() throws Exception {
        post("/sandbox/bureau/pasts", "{\"customerNumber\":\"C0000000011\",\"profile\":\"EXECUTED\"}");
        assertThat(report("C0000000011").path("executions").size()).isEqualTo(1);
        fault("{\"target\":\"bureau\",\"kind\":\"error\",\"status\":503}");
        assertThat(send("GET", path("C0000000011", "v1"), "").statusCode()).isEqualTo(503);
        assertThat(send("GET", path("C0000000011", ""), "").statusCode()).isEqualTo(403);
    }

    private JsonNode report(String number) throws Exception {
        return get(path(number, "v1"));
    }

    private static String path(String number, String consent) {
        return "/bureau/reports/" + number + "?purpose=LOAN_APPROVAL&reference=A1&consent=" + consent;
    }
}
