package org.linli.localstack.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.localstack.api.Json;
import tools.jackson.databind.JsonNode;

class AuditVerificationTest {
    private final Deque<String> answers = new ArrayDeque<>();
    private final List<JsonNode> questions = new ArrayList<>();
    private final List<String> printed = new ArrayList<>();

    private boolean run(Map<String, Object> wanted) {
        AuditVerification verification = new AuditVerification(
                question -> {
                    questions.add(question);
                    return Json.MAPPER.readTree(answers.remove());
                },
                printed::add);
        return verification.run(wanted);
    }

    private static String chain(String organisation, long rows, boolean complete) {
        return "{\"organisation\":\"%s\",\"rows\":%d,\"complete\":%b}".formatted(organisation, rows, complete);
    }

    @Test
    void it_goes_on_where_each_answer_ended_and_tells_how_far_it_got() {
        answers.add("{\"ok\":true,\"next\":\"n1\",\"looked\":[" + chain("B01", 20, true) + "," + chain("B02", 80, false)
                + "]}");
        answers.add("{\"ok\":true,\"next\":\"n2\",\"looked\":[" + chain("B02", 100, false) + "]}");
        answers.add("{\"ok\":true,\"looked\":[" + chain("B02", 7, true) + "]}");
        assertThat(run(Map.of("from", "2026-03-01T00:00:00Z"))).isTrue();
        assertThat(questions).extracting(one -> one.path("after").asString("")).containsExactly("", "n1", "n2");
        assertThat(questions).allMatch(one -> one.path("from").asString().equals("2026-03-01T00:00:00Z"));
        assertThat(printed.subList(0, 4))
                .containsExactly(
                        "B01          20 rows",
                        "B02          80 rows so far",
                        "B02          180 rows so far",
                        "B02          187 rows");
        assertThat(printed.get(4)).startsWith("207 rows of 2 chains looked at in ");
        assertThat(printed.get(5)).isEqualTo("every row is as it was written");
    }

    @Test
    void it_ends_at_the_first_broken_row_and_names_it() {
        answers.add("{\"ok\":true,\"next\":\"n1\",\"looked\":[" + chain("B01", 100, false) + "]}");
        answers.add(
                "{\"ok\":false,\"firstBroken\":{\"organisation\":\"B01\",\"seq\":123,\"why\":\"edited\"},\"looked\":["
                        + chain("B01", 23, false) + "]}");
        assertThat(run(Map.of("organisation", "B01"))).isFalse();
        assertThat(questions.get(1).path("organisation").asString()).isEqualTo("B01");
        assertThat(printed)
                .endsWith("first broken: row 123 of B01, edited")
                .anyMatch(line -> line.contains("123 rows"));
    }
}
