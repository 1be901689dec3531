package org.linli.starter.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.jwt;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.StarterTestApplication;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An endpoint's own declaration decides, and nothing declared means nobody. */
@SpringBootTest(
        classes = StarterTestApplication.class,
        properties = {
            "spring.config.import=classpath:linli-defaults.yml",
            "spring.application.name=starter-test",
            "linli.events.own-prefix=user",
            "spring.kafka.listener.auto-startup=false"
        })
@AutoConfigureMockMvc
class EndpointAccessTest {
    private static final RequestPostProcessor READER = holding(Map.of("*", List.of("desk.read")));
    private static final RequestPostProcessor WRITER = holding(Map.of("*", List.of("desk.write")));
    private static final RequestPostProcessor STRANGER = holding(Map.of("*", List.of("other")));

    @Autowired
    MockMvc http;

    @Autowired
    EndpointAccess endpoints;

    @DynamicPropertySource
    static void nodes(DynamicPropertyRegistry registry) {
        registry.add("spring.mongodb.uri", () -> LocalStack.mongoUri("starter_access"));
        registry.add("spring.kafka.bootstrap-servers", () -> "127.0.0.1:1");
    }

    @Test
    void an_endpoint_that_declares_nothing_is_denied_to_everybody() throws Exception {
        assertThat(status("GET", "/forgotten", null)).isEqualTo(401);
        assertThat(status("GET", "/forgotten", READER)).isEqualTo(403);
        assertThat(endpoints.endpoints()).contains("GET /forgotten");
    }

    @Test
    void a_class_declares_for_its_methods() throws Exception {
        assertThat(status("GET", "/desk", null)).isEqualTo(401);
        assertThat(status("GET", "/desk", STRANGER)).isEqualTo(403);
        assertThat(status("GET", "/desk", WRITER)).isEqualTo(403);
        assertThat(status("GET", "/desk", READER)).isEqualTo(200);
    }

    @Test
    void a_methods_own_declaration_replaces_that_of_its_class() throws Exception {
        assertThat(status("POST", "/desk", READER)).isEqualTo(403);
        assertThat(status("POST", "/desk", WRITER)).isEqualTo(200);
        assertThat(status("GET", "/desk/hours", null)).isEqualTo(200);
    }

    @Test
    void logged_in_is_enough_where_it_says_so() throws Exception {
        assertThat(status("GET", "/desk/name", null)).isEqualTo(401);
        assertThat(status("GET", "/desk/name", STRANGER)).isEqualTo(200);
    }

    @Test
    void head_is_judged_like_get() throws Exception {
        assertThat(status("HEAD", "/desk", null)).isEqualTo(401);
        assertThat(status("HEAD", "/desk", WRITER)).isEqualTo(403);
        assertThat(status("HEAD", "/desk", READER)).isEqualTo(200);
        assertThat(status("HEAD", "/forgotten", READER)).isEqualTo(403);
    }

    @Test
    void what_nobody_answers_is_denied() throws Exception {
        for (String method : List.of("DELETE", "PUT", "PATCH")) {
            assertThat(status(method, "/desk", WRITER)).isEqualTo(403);
            assertThat(status(method, "/desk", null)).isEqualTo(401);
        }
        assertThat(status("GET", "/desk/", READER)).isEqualTo(403);
        assertThat(status("GET", "/desk/../forgotten", READER)).isIn(400, 403);
    }

    @Test
    void an_own_claim_must_be_there_and_fit_the_path() throws Exception {
        assertThat(status("GET", "/desk/drawer", READER)).isEqualTo(403);
        assertThat(status("GET", "/desk/drawer", with("drawer", "3", "desk.read")))
                .isEqualTo(200);
        assertThat(status("GET", "/shops/7", with("shop", "7", "shop.keep"))).isEqualTo(200);
        assertThat(status("GET", "/shops/8", with("shop", "7", "shop.keep"))).isEqualTo(403);
        assertThat(status("GET", "/shops/7", with("shop", "7", "desk.read"))).isEqualTo(403);
    }

    @Test
    void the_scope_is_where_the_asked_permission_holds_and_nothing_else() throws Exception {
        perform(
                        "GET",
                        "/desk/scope",
                        holding(Map.of(
                                "/hq/A/", List.of("desk.read"),
                                "/hq/A/1/", List.of("desk.write"),
                                "/hq/B/", List.of("desk.write"),
                                "/hq/C/", List.of("other"),
                                "*", List.of("desk.read"))))
                .andExpect(content().json("[\"/hq/A/\",\"/hq/B/\"]"));
    }

    private int status(String method, String path, RequestPostProcessor caller) throws Exception {
        return perform(method, path, caller).andReturn().getResponse().getStatus();
    }

    private ResultActions perform(String method, String path, RequestPostProcessor caller) throws Exception {
        var request = request(HttpMethod.valueOf(method), path);
        return http.perform(caller == null ? request : request.with(caller));
    }

    private static RequestPostProcessor holding(Map<String, List<String>> grants) {
        return jwt().jwt(token -> token.subject("someone").claim("may", grants));
    }

    private static RequestPostProcessor with(String claim, String value, String permission) {
        return jwt().jwt(token -> token.subject("someone")
                .claim("may", Map.of("*", List.of(permission)))
                .claim(claim, value));
    }
}
