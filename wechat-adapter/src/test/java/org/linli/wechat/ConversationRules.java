package org.linli.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is answered (W-2, W-9, L-1). */
class ConversationRules extends AdapterTest {
    private final String openid = someone();

    @Test
    void aPlaceIsAnsweredWithTheBestThreeOffersThere() throws Exception {
        String reply =
                hq().plain(WechatCallbacks.location(openid, 30.25, 120.2)).body();
        assertThat(reply)
                .contains("招牌面半价（老王面馆，120 米）", "满50减10", "剪发八折（小城理发，1.8 公里）")
                .contains("https://linli.example/?offer=of1")
                .contains("<ToUserName><![CDATA[" + openid + "]]></ToUserName>")
                .contains("<FromUserName><![CDATA[gh_test]]></FromUserName>");
        SERVICES.verify(getRequestedFor(urlPathEqualTo(NEARBY))
                .withQueryParam("lat", equalTo("30.25"))
                .withQueryParam("lng", equalTo("120.2"))
                .withQueryParam("crs", equalTo("GCJ02"))
                .withQueryParam("radius", equalTo("2500"))
                .withQueryParam("size", equalTo("3")));
    }

    @Test
    void offersNearbyNeedAPlaceFirstAndThenUseTheLastOne() throws Exception {
        assertThat(say("附近优惠")).contains("请先发送您的位置");
        hq().plain(WechatCallbacks.location(openid, 30.25, 120.2));
        assertThat(say("附近优惠")).contains("招牌面半价");
    }

    @Test
    void whoLeavesTakesThePlaceAlong() throws Exception {
        hq().plain(WechatCallbacks.location(openid, 30.25, 120.2));
        assertThat(hq().plain(WechatCallbacks.event(openid, "unsubscribe")).body())
                .isEqualTo("success");
        assertThat(say("附近优惠")).contains("请先发送您的位置");
    }

    @Test
    void anEmptyNeighbourhoodIsSaid() throws Exception {
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY)).willReturn(okJson("{\"items\":[]}")));
        assertThat(hq().plain(WechatCallbacks.location(openid, 30.25, 120.2)).body())
                .contains("暂时没有优惠");
    }

    @Test
    void aMerchantsTitleStaysText() throws Exception {
        SERVICES.stubFor(get(urlPathEqualTo(NEARBY))
                .willReturn(okJson("{\"items\":[{\"offerId\":\"o\",\"title\":\"{0}]]></Content><Evil>\","
                        + "\"merchantName\":\"m\",\"distanceMeters\":1}]}")));
        String reply =
                hq().plain(WechatCallbacks.location(openid, 30.25, 120.2)).body();
        assertThat(reply).contains("{0}]] ></Content><Evil>");
    }

    @Test
    void theLoansStageIsToldWithItsPromiseAndWhoIsResponsible() throws Exception {
        assertThat(say("贷款进度")).contains("la1", "双人调查", "2026-11-26 18:00", "客户经理");
        SERVICES.verify(getRequestedFor(urlPathMatching("/internal/v1/merchants/.*"))
                .withHeader("Authorization", equalTo("Bearer service-token"))
                .withHeader("Accept-Language", equalTo("zh-CN")));
        SERVICES.verify(getRequestedFor(urlPathEqualTo("/internal/v1/wechat-identities/hq/" + openid)));
    }

    @Test
    void withoutAnApplicationOrABindingTheFollowerIsToldWhatToDo() throws Exception {
        SERVICES.stubFor(get(urlPathMatching("/internal/v1/merchants/.*"))
                .willReturn(aResponse().withStatus(404)));
        assertThat(say("贷款进度")).contains("没有查到您的贷款申请");
        SERVICES.stubFor(
                get(urlPathMatching("/internal/v1/wechat-identities/.*")).willReturn(okJson("{\"userId\":\"u1\"}")));
        assertThat(say("贷款进度")).contains("还没有绑定商户");
        SERVICES.stubFor(get(urlPathMatching("/internal/v1/wechat-identities/.*"))
                .willReturn(aResponse().withStatus(404)));
        assertThat(say("贷款进度")).contains("还没有绑定商户");
    }

    @Test
    void anythingElseIsAnsweredWithTheCommands() throws Exception {
        assertThat(say("你好")).contains("附近优惠", "贷款进度");
        assertThat(say("hello")).contains("nearby", "loan");
    }

    @Test
    void aNewFollowerIsWelcomedAndAnnouncedOnceWithoutTheOpenid() throws Exception {
        assertThat(hq().plain(WechatCallbacks.event(openid, "subscribe")).body())
                .contains("欢迎关注邻里");
        hq().plain(WechatCallbacks.event(openid, "subscribe"));
        verify(kafka, timeout(5_000).times(1)).send(eq("wechat.follower.v1"), any(), argThat(bytes -> {
            String event = new String(bytes, StandardCharsets.UTF_8);
            return event.contains("follower-subscribed") && !event.contains(openid);
        }));
    }

    @Test
    void receiptsAreTakenInSilence() throws Exception {
        assertThat(hq().plain(WechatCallbacks.event(openid, "TEMPLATESENDJOBFINISH"))
                        .body())
                .isEqualTo("success");
        assertThat(hq().plain(WechatCallbacks.event(openid, "LOCATION")).body()).isEqualTo("success");
    }

    private String say(String text) throws Exception {
        return hq().plain(WechatCallbacks.text(openid, text, WechatCallbacks.newId()))
                .body();
    }
}
