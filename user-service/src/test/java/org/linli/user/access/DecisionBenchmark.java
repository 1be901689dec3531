package org.linli.user.access;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.starter.security.EndpointAccess;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * By hand: how long the decision whether a verified token may use an endpoint takes, with all endpoints of this service
 * to choose from. See benchmarks/README.md.
 */
class DecisionBenchmark extends HttpTest {
    private static final int DECISIONS = 5_000;
    private static final int WARM_UP = 10;
    private static final int ROUNDS = Integer.getInteger("rounds", 20);

    @Autowired
    EndpointAccess access;

    @Test
    void decide() {
        Set<String> all = permissions.ofRole("ADMINISTRATOR");
        Map<String, List<String>> many = new LinkedHashMap<>();
        for (int place = 0; place < 60; place++) {
            many.put("/hq/B" + place + "/", List.copyOf(all));
        }
        Map<String, List<String>> one = Map.of("/hq/B01/", List.copyOf(permissions.ofRole("BRANCH_HEAD")));
        Map<String, Jwt> tokens = new LinkedHashMap<>();
        tokens.put("typical: 1 place, " + one.get("/hq/B01/").size() + " permissions, allowed", token(one));
        tokens.put("typical, denied", token(Map.of("/hq/B01/", List.of("nothing.here"))));
        tokens.put("large: 60 places, " + all.size() + " permissions each, allowed", token(many));
        tokens.put("large, denied", token(without("customer.read", many)));
        System.out.printf("%d endpoints%n", access.endpoints().size());
        tokens.forEach(this::measure);
    }

    private static Jwt token(Map<String, List<String>> may) {
        return Jwt.withTokenValue("t")
                .header("alg", "RS256")
                .subject("s1")
                .claim("kind", "staff")
                .claim("roles", List.of("BRANCH_HEAD"))
                .claim("org", "B01")
                .claim("may", may)
                .build();
    }

    /** What has to be looked through to the end. */
    private static Map<String, List<String>> without(String permission, Map<String, List<String>> grants) {
        Map<String, List<String>> fewer = new LinkedHashMap<>();
        grants.forEach((place, names) -> fewer.put(
                place, names.stream().filter(name -> !name.equals(permission)).toList()));
        return fewer;
    }

    private void measure(String name, Jwt token) {
        JwtAuthenticationToken authentication = new JwtAuthenticationToken(token);
        long[] all = new long[ROUNDS * DECISIONS];
        int allowed = 0;
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            List<RequestAuthorizationContext> requests = requests();
            for (int i = 0; i < DECISIONS; i++) {
                long begun = System.nanoTime();
                boolean granted =
                        access.authorize(() -> authentication, requests.get(i)).isGranted();
                long taken = System.nanoTime() - begun;
                allowed += granted ? 1 : 0;
                if (round >= 0) {
                    all[round * DECISIONS + i] = taken;
                }
            }
        }
        Arrays.sort(all);
        System.out.printf(
                "%-62s mean %5.1f us, p50 %5.1f us, p99 %5.1f us, allowed %d%%%n",
                name,
                Arrays.stream(all).average().orElse(0) / 1e3,
                all[all.length / 2] / 1e3,
                all[all.length * 99 / 100] / 1e3,
                100L * allowed / ((ROUNDS + WARM_UP) * (long) DECISIONS));
    }

    /** Made beforehand: a request keeps what was found out about it. */
    private static List<RequestAuthorizationContext> requests() {
        List<RequestAuthorizationContext> requests = new ArrayList<>(DECISIONS);
        for (int i = 0; i < DECISIONS; i++) {
            requests.add(new RequestAuthorizationContext(
                    new MockHttpServletRequest("GET", "/api/v1/admin/customers/0hq5v2t7k" + i)));
        }
        return requests;
    }
}
