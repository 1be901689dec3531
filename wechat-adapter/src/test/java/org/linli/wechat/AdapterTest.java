package org.linli.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The adapter on a port of its own, with the services it asks and WeChat's API played by WireMock. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "linli.wechat.accounts[0].id=hq",
            "linli.wechat.accounts[0].app-id=" + WechatCallbacks.APP_ID,
            "linli.wechat.accounts[0].secret=s",
            "linli.wechat.accounts[0].token=" + WechatCallbacks.TOKEN,
            "linli.wechat.accounts[0].aes-key=" + WechatCallbacks.AES_KEY,
            "linli.wechat.accounts[0].previous-aes-key=" + WechatCallbacks.PREVIOUS_AES_KEY,
            "linli.wechat.accounts[1].id=b01",
            "linli.wechat.accounts[1].app-id=wx-b01",
            "linli.wechat.accounts[1].secret=s",
            "linli.wechat.accounts[1].token=other-token",
            "linli.wechat.accounts[1].aes-key=" + WechatCallbacks.AES_KEY,
            "linli.wechat.plaintext-allowed=true",
            "PUBLIC_BASE_URL=https://linli.example",
            "spring.kafka.admin.auto-create=false"
        })
abstract class AdapterTest {
    static final WireMockServer SERVICES = started();
    static final String NEARBY = "/api/v1/nearby/offers";
    static final String THREE_OFFERS = """
            {"items":[
             {"offerId":"of1","merchantId":"m1","merchantName":"老王面馆","title":"招牌面半价","distanceMeters":123.4},
             {"offerId":"of2","merchantId":"m2","merchantName":"阿里茶铺","title":"满50减10","distanceMeters":480.0},
             {"offerId":"of3","merchantId":"m3","merchantName":"小城理发","title":"剪发八折","distanceMeters":1834.2}],
             "next":"abc"}
            """;

    @LocalServerPort
    int port;

    @Autowired
    CircuitBreakerRegistry breakers;

    @MockitoBean
    KafkaTemplate<String, byte[]> kafka;

    private static WireMockServer started() {
        WireMockServer server = new WireMockServer(options().dynamicPort());
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void surroundings(DynamicPropertyRegistry registry) {
        registry.add("MONGODB_URI", MongoForTests::uri);
        registry.add("USER_SERVICE_URL", SERVICES::baseUrl);
        registry.add("LOAN_SERVICE_URL", SERVICES::baseUrl);
        registry.add("GEO_SEARCH_SERVICE_URL", SERVICES::baseUrl);
        registry.add("WECHAT_API_URL", () -> SERVICES.baseUrl() + "/wechat");
    }

    @BeforeEach
    void everythingWorks() {
        breakers.getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        when(kafka.send(anyString(), anyString(), any(byte[].class)))
                .thenReturn(CompletableFuture.completedFuture(null));
        SERVICES.resetAll();
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY)).willReturn(okJson(THREE_OFFERS)));
        SERVICES.stubFor(post(urlPathEqualTo("/internal/v1/service-tokens"))
                .willReturn(okJson("{\"accessToken\":\"service-token\",\"expiresInSeconds\":900}")));
        SERVICES.stubFor(get(urlPathMatching("/internal/v1/wechat-identities/.*"))
                .willReturn(okJson("{\"userId\":\"u1\",\"merchantId\":\"m1\"}")));
        SERVICES.stubFor(get(urlPathEqualTo("/internal/v1/merchants/m1/loan-applications/latest"))
                .willReturn(okJson("""
                        {"id":"la1","productCode":"MICRO","stage":"INVESTIGATION","stageName":"双人调查",
                         "stageDueAt":"2026-11-26T18:00:00+08:00","responsible":{"organisationId":"B01","role":"ACCOUNT_MANAGER","roleName":"客户经理"}}
                        """)));
    }

    void hang(String path, int millis) {
        SERVICES.stubFor(get(urlPathMatching(path)).willReturn(aResponse().withFixedDelay(millis)));
    }

    WechatCallbacks hq() {
        return new WechatCallbacks(port, "hq", WechatCallbacks.TOKEN);
    }

    static String someone() {
        return "oTest" + WechatCallbacks.newId();
    }
}
