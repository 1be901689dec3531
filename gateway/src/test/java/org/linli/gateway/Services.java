package org.linli.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The five services behind the gateway; each answers its own name until told otherwise. */
final class Services {
    static final Map<String, WireMockServer> ALL = new LinkedHashMap<>();

    static {
        for (String name :
                new String[] {"user-service", "merchant-service", "geo-search-service", "loan-service", "wechat-adapter"
                }) {
            start(name, 0);
        }
    }

    private Services() {}

    static WireMockServer named(String name) {
        return ALL.get(name);
    }

    static void start(String name, int port) {
        WireMockServer server =
                new WireMockServer(WireMockConfiguration.options().port(port).containerThreads(12));
        server.start();
        ALL.put(name, server);
        reset();
    }

    /** Returns the port, which is refused from now on. */
    static int stop(String name) {
        int port = named(name).port();
        named(name).stop();
        return port;
    }

    static void reset() {
        ALL.forEach((name, server) -> {
            server.resetAll();
            server.stubFor(any(anyUrl())
                    .atPriority(10)
                    .willReturn(aResponse()
                            .withHeader("Content-Type", "application/json")
                            .withHeader("X-Request-Id", "the-service's-own")
                            .withHeader("X-Frame-Options", "SAMEORIGIN")
                            .withBody("{\"service\":\"" + name + "\"}")));
        });
        WireMockServer users = named("user-service");
        users.stubFor(get("/.well-known/jwks.json").willReturn(okJson(Tokens.published())));
    }

    static void announceTo(DynamicPropertyRegistry registry) {
        ALL.forEach((name, server) ->
                registry.add(name.toUpperCase(java.util.Locale.ROOT).replace('-', '_') + "_URL", server::baseUrl));
        registry.add("WECHAT_ADAPTER_URL", named("wechat-adapter")::baseUrl);
    }
}
