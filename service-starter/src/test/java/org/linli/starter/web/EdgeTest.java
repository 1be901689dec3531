package org.linli.starter.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.StarterTestApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** What every service answers to bad input, and in which order it looks. */
@SpringBootTest(
        classes = StarterTestApplication.class,
        properties = {
            "spring.config.import=classpath:linli-defaults.yml",
            "spring.application.name=starter-test",
            "linli.events.own-prefix=user",
            "spring.kafka.listener.auto-startup=false"
        })
@AutoConfigureMockMvc
class EdgeTest {
    @Autowired
    MockMvc http;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", () -> LocalStack.mongoUri("starter_edge"));
        registry.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:1");
    }

    @Test
    void who_is_not_known_learns_nothing_but_that() throws Exception {
        http.perform(order("not json").contentType(MediaType.TEXT_PLAIN))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("unauthenticated"))
                .andExpect(jsonPath("$.detail").value("请先登录，或登录已过期。"));
    }

    @Test
    void who_may_not_call_learns_that_before_the_body_is_read() throws Exception {
        http.perform(order("not json").with(caller("THIEF")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("forbidden"));
    }

    @Test
    void then_content_type_then_body_then_key() throws Exception {
        http.perform(order("x").contentType(MediaType.TEXT_PLAIN).with(caller("BUYER")))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.code").value("unsupported-media-type"));
        http.perform(order("{\"article\":").with(caller("BUYER")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed-body"));
        http.perform(order("{\"article\":\"\",\"pieces\":1}").with(caller("BUYER")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("invalid-parameter"))
                .andExpect(jsonPath("$.errors[0].field").value("article"));
        http.perform(order("{\"article\":\"tea\",\"pieces\":1}").with(caller("BUYER")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("idempotency-key-required"));
    }

    @Test
    void a_key_answers_again_for_the_same_body_and_refuses_another() throws Exception {
        String key = Ids.next();
        String tea = "{\"article\":\"tea\",\"pieces\":1}";
        String first = http.perform(order(tea).header("Idempotency-Key", key).with(caller("BUYER")))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        http.perform(order(tea).header("Idempotency-Key", key).with(caller("BUYER")))
                .andExpect(status().isOk())
                .andExpect(content().json(first));
        http.perform(order("{\"article\":\"tea\",\"pieces\":2}")
                        .header("Idempotency-Key", key)
                        .with(caller("BUYER")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.code").value("idempotency-key-reused"));
    }

    @Test
    void the_same_key_elsewhere_is_another_key() throws Exception {
        String key = Ids.next();
        http.perform(order("{\"article\":\"tea\",\"pieces\":1}")
                        .header("Idempotency-Key", key)
                        .with(caller("BUYER")))
                .andExpect(status().isOk());
        http.perform(post("/orders/other-shop")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"article\":\"rice\",\"pieces\":1}")
                        .header("Idempotency-Key", key)
                        .with(caller("BUYER")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.article").value("rice"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-24T00:00+08:00,200", "2026-11-24T00:00:00.5Z,200", "2026-11-24T00:00,400", "soon,400", "'',400"
    })
    void a_time_is_iso_8601_with_an_offset(String text, int status) throws Exception {
        http.perform(order("{\"article\":\"tea\",\"pieces\":1,\"until\":\"" + text + "\"}")
                        .header("Idempotency-Key", Ids.next())
                        .with(caller("BUYER")))
                .andExpect(status().is(status));
    }

    @Test
    void half_a_piece_is_refused() throws Exception {
        http.perform(order("{\"article\":\"tea\",\"pieces\":1.5}").with(caller("BUYER")))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("malformed-body"))
                .andExpect(jsonPath("$.errors[0].field").value("pieces"));
    }

    @Test
    void only_the_keeper_of_this_shop_may_see_it() throws Exception {
        http.perform(get("/shops/7").with(keeper("7"))).andExpect(status().isOk());
        http.perform(get("/shops/8").with(keeper("7"))).andExpect(status().isForbidden());
    }

    @Test
    void what_no_rule_names_is_denied() throws Exception {
        http.perform(get("/somewhere")).andExpect(status().isUnauthorized());
        http.perform(get("/somewhere").with(caller("BUYER"))).andExpect(status().isForbidden());
    }

    @Test
    void a_bug_of_ours_shows_nothing_of_the_inside() throws Exception {
        http.perform(get("/open").header("Accept-Language", "en"))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.code").value("internal-error"))
                .andExpect(jsonPath("$.detail").value("Something went wrong on our side."))
                .andExpect(content().string(not(containsString("13800000001"))));
    }

    @Test
    void a_body_over_the_limit_is_refused_whether_it_says_its_length_or_not() throws Exception {
        String large = "{\"article\":\"" + "x".repeat(300_000) + "\",\"pieces\":1}";
        http.perform(order(large).with(caller("BUYER")))
                .andExpect(status().isContentTooLarge())
                .andExpect(jsonPath("$.code").value("payload-too-large"));
    }

    @Test
    void a_request_id_is_answered_if_sane_and_replaced_if_not() throws Exception {
        http.perform(get("/open").header("X-Request-Id", "abc-1")).andExpect(header().string("X-Request-Id", "abc-1"));
        http.perform(get("/open").header("X-Request-Id", "a b\"<script>"))
                .andExpect(header().string("X-Request-Id", not(containsString("script"))));
    }

    private static MockHttpServletRequestBuilder order(String body) {
        return post("/orders/shop").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static RequestPostProcessor caller(String role) {
        return jwt().jwt(token -> token.subject("someone")
                .claim("roles", List.of(role))
                .claim("may", Map.of("*", role.equals("BUYER") ? List.of("order.place") : List.of())));
    }

    private static RequestPostProcessor keeper(String shop) {
        return jwt().jwt(token -> token.subject("keeper")
                .claim("roles", List.of("KEEPER"))
                .claim("may", Map.of("*", List.of("shop.keep")))
                .claim("shop", shop));
    }
}
