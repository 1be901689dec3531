package org.linli.sandbox.wechat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.mp.util.crypto.WxMpCryptUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Delivers a follower's message the way Tencent does: cut off after 5 s, three deliveries, the same MsgId each time. */
@Component
class TencentServer {
    private static final int MOST_DELIVERIES = 3;

    private final WechatSettings settings;
    private final Clock clock;
    private final WxMpCryptUtil crypto;
    private final AtomicLong nextMsgId;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    TencentServer(WechatSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.crypto = settings.crypto();
        // Larger than an int can hold, as Tencent's are, and different after every restart.
        this.nextMsgId = new AtomicLong(23_000_000_000_000_000L + clock.millis() * 1_000);
    }

    record Attempt(
            @Nullable Integer status,
            long elapsedMillis,
            @Nullable String failure) {}

    record Outcome(
            int deliveries,
            long elapsedMillis,
            @Nullable String replyXml,
            @Nullable Reply reply,
            List<Attempt> attempts) {}

    private record Answer(Attempt attempt, @Nullable String body) {}

    Outcome deliver(FollowerMessage message) {
        URI callback = settings.callbackOf(message.accountId());
        String xml = message.toXml("gh_sandbox", nextMsgId.incrementAndGet(), clock.instant());
        long startedAt = System.nanoTime();
        List<Attempt> attempts = new ArrayList<>();
        for (int i = 0; i < MOST_DELIVERIES; i++) {
            Answer answer =
                    post(message.isEncrypted() ? encrypted(callback, message, xml) : plain(callback, message, xml));
            attempts.add(answer.attempt());
            Integer status = answer.attempt().status();
            if (answer.body() != null && status != null && status / 100 == 2) {
                return outcome(answer.body(), attempts, startedAt);
            }
        }
        return new Outcome(attempts.size(), millisSince(startedAt), null, null, attempts);
    }

    private Outcome outcome(String body, List<Attempt> attempts, long startedAt) {
        long elapsed = millisSince(startedAt);
        if (Reply.isSilent(body)) {
            return new Outcome(attempts.size(), elapsed, body, Reply.NONE, attempts);
        }
        try {
            String xml = Reply.isEncrypted(body) ? decrypt(body) : body;
            return new Outcome(attempts.size(), elapsed, xml, Reply.read(xml), attempts);
        } catch (IllegalArgumentException | WxRuntimeException e) {
            return new Outcome(attempts.size(), elapsed, body, Reply.broken(e), attempts);
        }
    }

    private HttpRequest plain(URI callback, FollowerMessage message, String xml) {
        return request(callback, signed(message.openid()), xml);
    }

    private HttpRequest encrypted(URI callback, FollowerMessage message, String xml) {
        WxMpCryptUtil.EncryptContext sealed = crypto.encryptContext(xml);
        String body = "<xml><ToUserName><![CDATA[gh_sandbox]]></ToUserName><Encrypt><![CDATA[" + sealed.getEncrypt()
                + "]]></Encrypt></xml>";
        String signature = SHA1.gen(settings.token(), sealed.getTimeStamp(), sealed.getNonce());
        String query = "signature=" + signature + "&timestamp=" + sealed.getTimeStamp() + "&nonce=" + sealed.getNonce()
                + "&openid=" + message.openid() + "&encrypt_type=aes&msg_signature=" + sealed.getSignature();
        return request(callback, query, body);
    }

    private String signed(String openid) {
        String timestamp = Long.toString(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().substring(0, 8);
        return "signature=" + SHA1.gen(settings.token(), timestamp, nonce) + "&timestamp=" + timestamp + "&nonce="
                + nonce + "&openid=" + openid;
    }

    private String decrypt(String body) {
        return crypto.decryptXml(
                Reply.field(body, "MsgSignature"), Reply.field(body, "TimeStamp"), Reply.field(body, "Nonce"), body);
    }

    private static HttpRequest request(URI callback, String query, String body) {
        return HttpRequest.newBuilder(URI.create(callback + "?" + query))
                .header("Content-Type", "text/xml; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
                .build();
    }

    /** The cut-off covers the whole answer, body included; the client's own timeout would end with the headers. */
    private Answer post(HttpRequest request) {
        long startedAt = System.nanoTime();
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            HttpResponse<String> response = answer.get(settings.cutOff().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(new Attempt(response.statusCode(), millisSince(startedAt), null), response.body());
        } catch (TimeoutException e) {
            answer.cancel(true);
            return new Answer(new Attempt(null, millisSince(startedAt), "cut off"), null);
        } catch (ExecutionException e) {
            String cause = e.getCause() instanceof IOException ? "connection failed" : String.valueOf(e.getCause());
            return new Answer(new Attempt(null, millisSince(startedAt), cause), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while delivering", e);
        }
    }

    private static long millisSince(long startedAt) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt);
    }
}
