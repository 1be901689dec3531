package org.linli.sandbox.wechat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a follower does in WeChat, as the sandbox is asked to play it.
 *
 * @param accountId the platform's name of the account (default hq)
 * @param label the address shown with a location
 * @param event subscribe, unsubscribe, CLICK, SCAN, ...
 * @param encrypted secure mode (default true)
 * @param msgId repeats an earlier message when given (a new id otherwise)
 * @param createTime epoch seconds (now when left out)
 */
record FollowerMessage(
        @Nullable String accountId,
        String openid,
        Type type,
        @Nullable String content,
        @Nullable Double lat,
        @Nullable Double lng,
        @Nullable String label,
        @Nullable String event,
        @Nullable String eventKey,
        @Nullable Boolean encrypted,
        @Nullable Long msgId,
        @Nullable Long createTime) {
    enum Type {
        @JsonProperty("text")
        TEXT,
        @JsonProperty("location")
        LOCATION,
        @JsonProperty("event")
        EVENT
    }

    FollowerMessage {
        Openids.required(openid);
        Objects.requireNonNull(type, "type (expected: text, location or event)");
        boolean complete =
                switch (type) {
                    case TEXT -> content != null;
                    case LOCATION -> lat != null && lng != null;
                    case EVENT -> event != null;
                };
        if (!complete) {
            throw new IllegalArgumentException("text needs content, location needs lat and lng, event needs event");
        }
    }

    boolean isEncrypted() {
        return encrypted == null || encrypted;
    }

    String toXml(String accountName, long newMsgId, Instant now) {
        StringBuilder xml = new StringBuilder("<xml>");
        text(xml, "ToUserName", accountName);
        text(xml, "FromUserName", openid);
        number(xml, "CreateTime", createTime == null ? now.getEpochSecond() : createTime);
        switch (type) {
            case TEXT -> {
                text(xml, "MsgType", "text");
                text(xml, "Content", content);
            }
            case LOCATION -> {
                text(xml, "MsgType", "location");
                number(xml, "Location_X", lat);
                number(xml, "Location_Y", lng);
                number(xml, "Scale", 16);
                text(xml, "Label", label);
            }
            case EVENT -> {
                text(xml, "MsgType", "event");
                text(xml, "Event", event);
                text(xml, "EventKey", eventKey);
            }
        }
        if (type != Type.EVENT) {
            number(xml, "MsgId", msgId == null ? newMsgId : msgId);
        }
        return xml.append("</xml>").toString();
    }

    private static void text(StringBuilder xml, String name, @Nullable String value) {
        String safe = value == null ? "" : value.replace("]]>", "]]]]><![CDATA[>");
        xml.append('<')
                .append(name)
                .append("><![CDATA[")
                .append(safe)
                .append("]]></")
                .append(name)
                .append('>');
    }

    private static void number(StringBuilder xml, String name, @Nullable Number value) {
        xml.append('<')
                .append(name)
                .append('>')
                .append(value)
                .append("</")
                .append(name)
                .append('>');
    }
}
