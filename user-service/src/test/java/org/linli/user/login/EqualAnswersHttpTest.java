package org.linli.user.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.linli.starter.Ids;
import org.linli.user.HttpTest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;

/** A refused login tells nobody whether there is such a person: neither by what it says nor by what it costs. */
class EqualAnswersHttpTest extends HttpTest {
    private static final String STAFF = "/api/v1/admin/staff";

    /** An answer to the last byte but for the request's number, and what it took to give it. */
    private record Seen(int status, Map<String, List<String>> headers, String body, List<String> work) {}

    private interface Call {
        ResultActions now() throws Exception;
    }

    private Seen seen(Call call) throws Exception {
        watch.begin();
        MockHttpServletResponse answer = call.now().andReturn().getResponse();
        List<String> work = watch.end();
        Map<String, List<String>> headers = new TreeMap<>();
        answer.getHeaderNames().stream()
                .filter(name -> !name.equals("X-Request-Id"))
                .forEach(name -> headers.put(name, answer.getHeaders(name)));
        return new Seen(answer.getStatus(), headers, answer.getContentAsString(), work);
    }

    private String[] hired() throws Exception {
        String username = "u" + Ids.next();
        Map<String, Object> form = Map.of(
                "username",
                username,
                "password",
                PASSWORD,
                "displayName",
                "李四",
                "roles",
                List.of("AUDITOR"),
                "organisationId",
                "hq");
        String id = body(tell(STAFF, administrator(), form).andExpect(status().isCreated()))
                .path("id")
                .asString();
        return new String[] {username, id};
    }

    private Seen staffLogin(String username, String password) throws Exception {
        return seen(() -> tell("/api/v1/auth/staff", null, Map.of("username", username, "password", password)));
    }

    private String leaver() throws Exception {
        String[] member = hired();
        tell(STAFF + "/" + member[1] + "/deactivation", administrator(), null).andExpect(status().isNoContent());
        return member[0];
    }

    @Test
    void an_unknown_name_a_wrong_password_and_someone_who_left_are_one_answer_for_one_price() throws Exception {
        Seen wrong = staffLogin(hired()[0], "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.body()).contains("invalid-credentials");
        assertThat(wrong.work()).containsOnlyOnce("matches").contains("upsert login_failures");
        assertThat(staffLogin("u" + Ids.next(), PASSWORD)).isEqualTo(wrong);
        assertThat(staffLogin(leaver(), PASSWORD)).isEqualTo(wrong);
        assertThat(staffLogin(leaver(), "not the password")).isEqualTo(wrong);
    }

    @Test
    void once_locked_out_they_are_one_answer_without_any_hash() throws Exception {
        String known = hired()[0];
        String unknown = "u" + Ids.next();
        for (int i = 0; i < 5; i++) {
            assertThat(staffLogin(known, "guess " + i).status()).isEqualTo(401);
            assertThat(staffLogin(unknown, "guess " + i).status()).isEqualTo(401);
        }
        Seen first = staffLogin(known, PASSWORD);
        Seen second = staffLogin(unknown, PASSWORD);
        assertThat(first.status()).isEqualTo(429);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.work()).isEqualTo(first.work()).doesNotContain("matches");
    }

    @Test
    void enrolling_a_second_factor_tells_no_more_than_a_login() throws Exception {
        Seen wrong = enrolment(hired()[0], "not the password");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.work()).containsOnlyOnce("matches");
        assertThat(enrolment("u" + Ids.next(), PASSWORD)).isEqualTo(wrong);
        assertThat(enrolment(leaver(), PASSWORD)).isEqualTo(wrong);
    }

    private Seen enrolment(String username, String password) throws Exception {
        return seen(() ->
                tell("/api/v1/auth/staff/second-factor", null, Map.of("username", username, "password", password)));
    }

    private Seen phoneLogin(String phone, String code) throws Exception {
        return seen(() -> tell("/api/v1/auth/phone", null, Map.of("phone", phone, "code", code)));
    }

    private Seen codeFor(String phone) throws Exception {
        return seen(() -> tell("/api/v1/auth/phone/code", null, Map.of("phone", phone)));
    }

    @Test
    void a_phone_that_nobody_has_is_answered_as_one_that_someone_has() throws Exception {
        OUTSIDE.stubFor(post(urlEqualTo("/sms/messages")).willReturn(aResponse().withStatus(202)));
        assertThat(phoneLogin(FIXED_PHONE, FIXED_CODE).status()).isEqualTo(200);
        Seen wrong = phoneLogin(FIXED_PHONE, "000000");
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(phoneLogin(newPhone(), "000000")).isEqualTo(wrong);
        clock.forward(Duration.ofMinutes(2));
        Seen sent = codeFor(FIXED_PHONE);
        assertThat(sent.status()).isEqualTo(202);
        assertThat(codeFor(newPhone())).isEqualTo(sent);
    }
}
