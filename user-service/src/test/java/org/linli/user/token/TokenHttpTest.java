package org.linli.user.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.user.HttpTest;

/** Keys for everyone, tokens for services. */
class TokenHttpTest extends HttpTest {

    @Test
    void the_published_keys_verify_every_token_and_hold_nothing_secret() throws Exception {
        String keys = ask("/.well-known/jwks.json", null)
                .andExpect(status().isOk())
                .andExpect(header().string("Cache-Control", "max-age=300, public"))
                .andExpect(jsonPath("$.keys[0].d").doesNotExist())
                .andExpect(jsonPath("$.keys[0].p").doesNotExist())
                .andReturn()
                .getResponse()
                .getContentAsString();
        SignedJWT token = SignedJWT.parse(consumer());
        JWSHeader head = token.getHeader();
        assertThat(head.getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(token.verify(new RSASSAVerifier(
                        JWKSet.parse(keys).getKeyByKeyId(head.getKeyID()).toRSAKey())))
                .isTrue();
    }

    @Test
    void a_service_gets_a_token_for_its_secret() throws Exception {
        SignedJWT token = SignedJWT.parse(service("merchant-service"));
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("merchant-service");
        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("kind", "service")
                .containsEntry("roles", java.util.List.of("SERVICE"));
        tell(
                        "/internal/v1/service-tokens",
                        null,
                        Map.of("service", "merchant-service", "secret", "local-only-merchant-service"))
                .andExpect(jsonPath("$.expiresInSeconds").value(900));
    }

    @Test
    void another_secret_gets_none() throws Exception {
        String path = "/internal/v1/service-tokens";
        refused(
                tell(path, null, Map.of("service", "merchant-service", "secret", "local-only-loan-service")),
                401,
                "invalid-credentials");
        refused(tell(path, null, Map.of("service", "nobody", "secret", "x")), 401, "invalid-credentials");
        refused(tell(path, null, Map.of("service", "merchant-service")), 400, "invalid-parameter");
    }
}
