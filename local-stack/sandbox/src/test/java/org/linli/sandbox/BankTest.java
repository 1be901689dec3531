package org.linli.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class BankTest extends SandboxTest {
    private static final String IDENTIFICATION = "/bank/customers/identification";
    private static final String BOOK = "/sandbox/bank/customers";

    @Test
    void every_listed_customer_is_identified_by_name_id_number_and_phone() throws Exception {
        for (JsonNode one : get(BOOK + "?size=20")) {
            HttpResponse<String> answer = identify(text(one, "name"), text(one, "idNumber"), text(one, "phone"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(json.readTree(answer.body()).path("customerNumber")).isEqualTo(one.path("customerNumber"));
        }
    }

    @Test
    void the_check_character_may_be_written_small() throws Exception {
        JsonNode one = StreamSupport.stream(get(BOOK + "?size=200").spliterator(), false)
                .filter(customer -> text(customer, "idNumber").endsWith("X"))
                .findFirst()
                .orElseThrow();
        String small = text(one, "idNumber").replace('X', 'x');
        assertThat(identify(text(one, "name"), small, text(one, "phone")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whatever_does_not_fit_is_refused_with_the_same_words() throws Exception {
        JsonNode book = get(BOOK + "?size=2");
        String name = text(book.get(0), "name");
        String idNumber = text(book.get(0), "idNumber");
        String phone = text(book.get(0), "phone");
        List<HttpResponse<String>> answers = List.of(
                identify("某某某", idNumber, phone),
                identify(name, idNumber, "13700000009"),
                identify(name, idNumber, text(book.get(1), "phone")),
                identify(name, text(book.get(1), "idNumber"), phone),
                identify(name, "11010519491231002X", phone));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(422);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.get(0).body());
        assertThat(json.readTree(answers.get(0).body()).path("code").asString()).isEqualTo("identity-mismatch");
        assertThat(answers.get(0).headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{\"idNumber\":\"11010519491231002X\",\"phone\":\"13900000001\"}",
                "{\"name\":\" \",\"idNumber\":\"11010519491231002X\",\"phone\":\"13900000001\"}",
                "{\"name\":\"赵晓明\",\"phone\":\"13900000001\"}",
                "{\"name\":\"赵晓明\",\"idNumber\":null,\"phone\":\"13900000001\"}",
                "{\"name\":\"赵晓明\",\"idNumber\":\"110105194912310021\",\"phone\":\"13900000001\"}",
                "{\"name\":\"赵晓明\",\"idNumber\":\"11010519491231002X\",\"phone\":\"1390000000\"}",
                "{\"name\":\"赵晓明\",\"idNumber\":\"11010519491231002X\"}"
            })
    void a_broken_identification_is_refused(String body) throws Exception {
        assertThat(send("POST", IDENTIFICATION, body).statusCode()).isEqualTo(400);
    }

    @Test
    void a_number_tells_whether_the_customer_borrows_and_since_when() throws Exception {
        JsonNode third = get(BOOK + "?size=3").get(2);
        JsonNode relation = get("/bank/customers/" + text(third, "customerNumber"));
        assertThat(relation.propertyNames()).containsExactly("customerNumber", "borrower", "openedOn");
        assertThat(relation.path("borrower").asBoolean()).isTrue();
        assertThat(text(relation, "openedOn")).isEqualTo("2010-03-11");
        assertThat(get("/bank/customers/C0000000001").path("borrower").asBoolean(true))
                .isFalse();
        assertThat(send("GET", "/bank/customers/C9999999999", "").statusCode()).isEqualTo(404);
    }

    @Test
    void a_known_phone_leads_to_the_same_customer_number() throws Exception {
        assertThat(text(get("/bank/customers?phone=13900000002"), "customerNo")).isEqualTo("C0000000002");
    }

    @Test
    void the_list_is_bounded() throws Exception {
        assertThat(get(BOOK).size()).isEqualTo(100);
        assertThat(get(BOOK + "?size=1000").size()).isGreaterThanOrEqualTo(200);
        for (String size : List.of("0", "1001", "x")) {
            assertThat(send("GET", BOOK + "?size=" + size, "").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void an_added_customer_is_identified_too() throws Exception {
        JsonNode added = post(BOOK, "{\"name\":\"阿依古丽·买买提\",\"phone\":\"13700000001\",\"borrower\":true}");
        HttpResponse<String> answer = identify("阿依古丽·买买提", text(added, "idNumber"), "13700000001");
        assertThat(json.readTree(answer.body()).path("customerNumber")).isEqualTo(added.path("customerNumber"));
        assertThat(get("/bank/customers/" + text(added, "customerNumber"))
                        .path("borrower")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_id_number_is_added_once_and_never_a_real_persons() throws Exception {
        String body = "{\"name\":\"新客\",\"idNumber\":\"990101199001010019\",\"phone\":\"13700000002\","
                + "\"openedOn\":\"2020-02-29\"}";
        HttpResponse<String> added = send("POST", BOOK, body);
        assertThat(added.statusCode()).isEqualTo(201);
        assertThat(text(json.readTree(added.body()), "openedOn")).isEqualTo("2020-02-29");
        assertThat(send("POST", BOOK, body).statusCode()).isEqualTo(409);
        String real = body.replace("990101199001010019", "11010519491231002X");
        assertThat(send("POST", BOOK, real).statusCode()).isEqualTo(400);
        assertThat(send("POST", BOOK, "{\"name\":\"新客\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void identification_is_slow_broken_or_cut_off_on_demand() throws Exception {
        JsonNode one = get(BOOK + "?size=1").get(0);
        fault("{\"target\":\"bank\",\"kind\":\"delay\",\"millis\":300}");
        long startedAt = System.nanoTime();
        assertThat(identify(one).statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - startedAt).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(300));
        fault("{\"target\":\"bank\",\"kind\":\"error\"}");
        assertThat(identify(one).statusCode()).isEqualTo(500);
        fault("{\"target\":\"bank\",\"kind\":\"drop\"}");
        assertThatThrownBy(() -> identify(one)).isInstanceOf(IOException.class);
        assertThat(identify(one).statusCode()).isEqualTo(200);
    }

    @Test
    void the_relation_fails_on_demand_and_the_developers_list_does_not() throws Exception {
        fault("{\"target\":\"bank\",\"kind\":\"error\",\"status\":503}");
        assertThat(send("GET", BOOK, "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/bank/customers/C0000000001", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/bank/customers/C0000000001", "").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> identify(JsonNode one) throws Exception {
        return identify(text(one, "name"), text(one, "idNumber"), text(one, "phone"));
    }

    private HttpResponse<String> identify(String name, String idNumber, String phone) throws Exception {
        return send(
                "POST",
                IDENTIFICATION,
                json.writeValueAsString(Map.of("name", name, "idNumber", idNumber, "phone", phone)));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }
}
