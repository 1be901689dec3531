package org.linli.wechat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;

/** Tencent's side of a callback, for one account. */
final class WechatCallbacks {
    static final String TOKEN = "test-token";
    static final String APP_ID = "wx-test";
    static final String AES_KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    static final String PREVIOUS_AES_KEY = "0123456789ABCDEFGabcdefghijklmnopqrstuvwxyz";

    private static final AtomicLong NEXT_ID = new AtomicLong(System.currentTimeMillis() * 10_000);
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;
    private final String token;

    WechatCallbacks(int port, String account, String token) {
        this.base = "http://127.0.0.1:" + port + "/wechat/" + account + "/callback";
        this.token = token;
    }

    static long newId() {
        return NEXT_ID.incrementAndGet();
    }

    static String text(String openid, String content, long msgId) {
        return message(openid, "text", "<Content><![CDATA[" + content + "]]></Content><MsgId>" + msgId + "</MsgId>");
    }

    static String location(String openid, double lat, double lng) {
        return message(
                openid,
                "location",
                "<Location_X>" + lat + "</Location_X><Location_Y>" + lng + "</Location_Y><Scale>16</Scale><MsgId>"
                        + newId() + "</MsgId>");
    }

    static String event(String openid, String event) {
        return message(openid, "event", "<Event><![CDATA[" + event + "]]></Event><EventKey></EventKey>");
    }

    private static String message(String openid, String type, String fields) {
        return "<xml><ToUserName><![CDATA[gh_test]]></ToUserName><FromUserName><![CDATA[" + openid
                + "]]></FromUserName><CreateTime>" + NEXT_ID.incrementAndGet() / 10_000_000
                + "</CreateTime><MsgType><![CDATA["
                + type + "]]></MsgType>" + fields + "</xml>";
    }

    String signedQuery() {
        return "signature=" + SHA1.gen(token, "1714037059", "n1") + "&timestamp=1714037059&nonce=n1";
    }

    HttpResponse<String> get(String query) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(base + "?" + query)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> plain(String xml) throws Exception {
        return post(signedQuery(), "text/xml", xml.getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> post(String query, String contentType, byte[] body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "?" + query))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    HttpResponse<String> encrypted(String aesKey, String appId, String xml) throws Exception {
        WxCryptUtil.EncryptContext sealed = new WxCryptUtil(token, aesKey, appId).encryptContext(xml);
        return post(
                secureQuery(sealed, sealed.getSignature()),
                "text/xml",
                envelope(sealed.getEncrypt()).getBytes(StandardCharsets.UTF_8));
    }

    String secureQuery(WxCryptUtil.EncryptContext sealed, String msgSignature) {
        return "encrypt_type=aes&timestamp=" + sealed.getTimeStamp() + "&nonce="
                + URLEncoder.encode(sealed.getNonce(), StandardCharsets.UTF_8) + "&signature="
                + SHA1.gen(token, sealed.getTimeStamp(), sealed.getNonce()) + "&msg_signature=" + msgSignature;
    }

    static String envelope(String encrypted) {
        return "<xml><ToUserName><![CDATA[gh_test]]></ToUserName><Encrypt><![CDATA[" + encrypted
                + "]]></Encrypt></xml>";
    }

    static String decrypted(String aesKey, String body) {
        return new WxCryptUtil(TOKEN, aesKey, APP_ID)
                .decryptXml(field(body, "MsgSignature"), field(body, "TimeStamp"), field(body, "Nonce"), body);
    }

    private static String field(String xml, String name) {
        String value = xml.replaceAll("(?s).*<" + name + ">(.*)</" + name + ">.*", "$1");
        return value.replace("<![CDATA[", "").replace("]]>", "");
    }
}
