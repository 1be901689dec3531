package org.linli.user.login;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.user.HttpTest;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

class PhoneLoginHttpTest extends HttpTest {
    private final String phone = newPhone();

    @BeforeEach
    void gatewayWorks() {
        OUTSIDE.stubFor(post(urlEqualTo("/sms/messages")).willReturn(aResponse().withStatus(202)));
    }

    private ResultActions askForCode() throws Exception {
        return tell("/api/v1/auth/phone/code", null, Map.of("phone", phone));
    }

    private ResultActions logIn(String code) throws Exception {
        return tell("/api/v1/auth/phone", null, Map.of("phone", phone, "code", code));
    }

    private String sentCode() {
        String message = OUTSIDE.findAll(postRequestedFor(urlEqualTo("/sms/messages"))).stream()
                .map(request -> request.getBodyAsString())
                .filter(body -> body.contains(phone))
                .reduce((first, second) -> second)
                .orElseThrow();
        JsonNode sent = json.readTree(message);
        assertThat(sent.path("reference").asString()).isNotEmpty();
        return sent.path("text").asString().replaceAll(".*?(\\d{6}).*", "$1");
    }

    private String wrongCode() {
        return sentCode().equals("000000") ? "000001" : "000000";
    }

    @Test
    void the_code_that_was_sent_logs_in_once() throws Exception {
        askForCode().andExpect(status().isAccepted());
        String code = sentCode();
        String token =
                body(logIn(code).andExpect(status().isOk())).path("accessToken").asString();
        refused(logIn(code), 401, "invalid-credentials");
        ask("/api/v1/me", token)
                .andExpect(jsonPath("$.kind").value("merchant"))
                .andExpect(jsonPath("$.roles[0]").value("APPLICANT"))
                .andExpect(jsonPath("$.displayName").value(phone.substring(0, 3) + "****" + phone.substring(7)));
    }

    @Test
    void the_same_person_is_the_same_user_however_the_phone_is_written() throws Exception {
        askForCode();
        String first = body(logIn(sentCode())).path("accessToken").asString();
        clock.forward(Duration.ofMinutes(2));
        tell("/api/v1/auth/phone/code", null, Map.of("phone", "+86 " + phone)).andExpect(status().isAccepted());
        String second = body(logIn(sentCode())).path("accessToken").asString();
        assertThat(body(ask("/api/v1/me", second)).path("userId"))
                .isEqualTo(body(ask("/api/v1/me", first)).path("userId"));
    }

    @Test
    void a_second_code_within_a_minute_is_too_soon() throws Exception {
        askForCode().andExpect(status().isAccepted());
        refused(askForCode(), 429, "rate-limited");
        askForCode().andExpect(header().string("Retry-After", org.hamcrest.Matchers.matchesRegex("59|60")));
        clock.forward(Duration.ofSeconds(61));
        askForCode().andExpect(status().isAccepted());
    }

    @Test
    void guessing_in_parallel_gains_nothing() throws Exception {
        askForCode();
        String code = sentCode();
        String wrong = wrongCode();
        assertThat(Parallel.run(12, i -> logIn(wrong).andReturn().getResponse().getStatus()))
                .containsOnly(401);
        refused(logIn(code), 401, "invalid-credentials");
    }

    @Test
    void the_right_code_many_times_at_once_logs_in_once() throws Exception {
        askForCode();
        String code = sentCode();
        List<Integer> answers =
                Parallel.run(8, i -> logIn(code).andReturn().getResponse().getStatus());
        assertThat(answers).containsOnly(200, 401).containsOnlyOnce(200);
    }

    @Test
    void an_old_code_is_none() throws Exception {
        askForCode();
        String code = sentCode();
        clock.forward(Duration.ofMinutes(5));
        refused(logIn(code), 401, "invalid-credentials");
    }

    @Test
    void without_a_gateway_it_is_503_and_may_be_tried_at_once() throws Exception {
        OUTSIDE.stubFor(post(urlEqualTo("/sms/messages")).willReturn(serverError()));
        refused(askForCode(), 503, "dependency-unavailable");
        askForCode().andExpect(header().exists("Retry-After"));
        gatewayWorks();
        askForCode().andExpect(status().isAccepted());
    }

    @Test
    void a_demo_code_works_any_number_of_times() throws Exception {
        for (int i = 0; i < 3; i++) {
            tell("/api/v1/auth/phone", null, Map.of("phone", FIXED_PHONE, "code", FIXED_CODE))
                    .andExpect(status().isOk());
        }
        refused(logIn(FIXED_CODE), 401, "invalid-credentials");
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "12345678901", "0571-88888888", "not a phone"})
    void what_is_no_mobile_number_is_refused_and_not_repeated(String given) throws Exception {
        ResultActions answer = tell("/api/v1/auth/phone/code", null, Map.of("phone", given));
        refused(answer, 400, "invalid-parameter");
        assertThat(answer.andReturn().getResponse().getContentAsString()).doesNotContain(given);
        refused(tell("/api/v1/auth/phone", null, Map.of("phone", given, "code", "123456")), 400, "invalid-parameter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "abcdef", ""})
    void a_code_has_six_digits(String code) throws Exception {
        refused(logIn(code), 400, "invalid-parameter");
    }
}
