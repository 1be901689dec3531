package org.linli.wechat.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.linli.starter.web.ProblemException;
import org.linli.wechat.message.FollowerMessage;

class MessageReaderRules {
    @Test
    void idsThatExceedAnIntStayApart() {
        FollowerMessage one = read("hq", text("openA", "23000000000000001"));
        FollowerMessage other = read("hq", text("openA", Long.toString(23000000000000001L + (1L << 32))));
        assertThat(one.key()).isNotEqualTo(other.key());
    }

    /** Fifteen people sent voice at once and some got no reply: MsgId repeats across users. */
    @Test
    void theSameMsgidFromTwoPeopleIsTwoMessages() {
        assertThat(read("hq", text("openA", "7")).key())
                .isNotEqualTo(read("hq", text("openB", "7")).key());
    }

    @Test
    void theSameMsgidAtTwoAccountsIsTwoMessages() {
        assertThat(read("hq", text("openA", "7")).key())
                .isNotEqualTo(read("b01", text("openA", "7")).key());
    }

    @Test
    void aRepeatedDeliveryHasTheSameKey() {
        assertThat(read("hq", text("openA", "7")).key())
                .isEqualTo(read("hq", text("openA", "7")).key());
    }

    /** Receipts spell it MsgID; two receipts of one second must not be taken for one. */
    @Test
    void receiptsAreToldApartByTheirOwnSpellingOfTheId() {
        assertThat(read("hq", receipt("200163836")).key())
                .isNotEqualTo(read("hq", receipt("200163837")).key());
        assertThat(read("hq", receipt("200163836"))).isInstanceOf(FollowerMessage.Notice.class);
    }

    @Test
    void withoutAnIdTimeEventAndKeyTellEventsApart() {
        String click = event("CLICK", "A", 100);
        assertThat(read("hq", click).key()).isEqualTo(read("hq", click).key());
        assertThat(read("hq", click).key())
                .isNotEqualTo(read("hq", event("CLICK", "B", 100)).key());
        assertThat(read("hq", click).key())
                .isNotEqualTo(read("hq", event("CLICK", "A", 101)).key());
        assertThat(read("hq", click).key())
                .isNotEqualTo(read("hq", event("VIEW", "A", 100)).key());
    }

    @Test
    void aZeroIdCountsAsNone() {
        String early = text("openA", "0");
        String later = early.replace("<CreateTime>1348831860", "<CreateTime>1348831861");
        assertThat(read("hq", early).key()).isNotEqualTo(read("hq", later).key());
    }

    @Test
    void aPlaceKeepsItsLatitudeFirst() {
        String xml = message("openA", "location", "<Location_X>30.25</Location_X><Location_Y>120.2</Location_Y>", "9");
        FollowerMessage.Location location = (FollowerMessage.Location) read("hq", xml);
        assertThat(location.point().lat()).isEqualTo(30.25);
        assertThat(location.point().lng()).isEqualTo(120.2);
    }

    @Test
    void whatIsNoMessageIsRefused() {
        String nowhere = message("openA", "location", "<Location_X>91</Location_X><Location_Y>0</Location_Y>", "9");
        assertMalformed(nowhere);
        assertMalformed("<xml></xml>");
        assertMalformed(text("", "7"));
        assertMalformed(text("x".repeat(65), "7"));
        assertMalformed(text("openA", "seven"));
        assertMalformed(text("openA", "99999999999999999999999999"));
    }

    @Test
    void noTextOfAPersonIsPrinted() {
        assertThat(read("hq", text("openA", "7")).toString())
                .doesNotContain("openA")
                .doesNotContain("附近");
    }

    private static void assertMalformed(String xml) {
        assertThatThrownBy(() -> read("hq", xml)).isInstanceOf(ProblemException.class);
    }

    private static FollowerMessage read(String account, String xml) {
        return MessageReader.read(account, SafeXml.checked(xml));
    }

    private static String text(String openid, String msgId) {
        return message(openid, "text", "<Content><![CDATA[附近优惠]]></Content>", msgId);
    }

    private static String message(String openid, String type, String fields, String msgId) {
        return "<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[" + openid
                + "]]></FromUserName><CreateTime>1348831860</CreateTime><MsgType><![CDATA[" + type + "]]></MsgType>"
                + fields + "<MsgId>" + msgId + "</MsgId></xml>";
    }

    private static String receipt(String msgId) {
        return "<xml><ToUserName>gh_1</ToUserName><FromUserName>openA</FromUserName><CreateTime>1395658920</CreateTime>"
                + "<MsgType>event</MsgType><Event>TEMPLATESENDJOBFINISH</Event><MsgID>" + msgId
                + "</MsgID><Status>success</Status></xml>";
    }

    private static String event(String event, String key, long createTime) {
        return "<xml><ToUserName>gh_1</ToUserName><FromUserName>openA</FromUserName><CreateTime>" + createTime
                + "</CreateTime><MsgType>event</MsgType><Event>" + event + "</Event><EventKey>" + key
                + "</EventKey></xml>";
    }
}
