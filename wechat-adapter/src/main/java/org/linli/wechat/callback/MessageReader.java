package org.linli.wechat.callback;

import java.util.Locale;
import java.util.Set;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.wechat.message.FollowerMessage;
import org.linli.wechat.message.MessageKey;
import org.linli.wechat.message.Sender;

/** WxJava's message into ours. */
final class MessageReader {
    private static final int LONGEST_NAME = 64;
    private static final Set<String> PERSONS_CONTENT = Set.of("image", "voice", "video", "shortvideo", "link");

    private MessageReader() {}

    /**
     * @param xml passed {@link SafeXml}
     * @throws org.linli.starter.web.ProblemException malformed-body when it is no message of WeChat
     */
    static FollowerMessage read(String accountId, String xml) {
        try {
            return convert(accountId, WxMpXmlMessage.fromXml(xml));
        } catch (RuntimeException notAMessage) {
            // Without its cause: parsers quote what they read.
            throw Refusals.malformedBody();
        }
    }

    private static FollowerMessage convert(String accountId, WxMpXmlMessage message) {
        Sender sender = new Sender(accountId, name(message.getToUser()), name(message.getFromUser()));
        String type = name(message.getMsgType()).toLowerCase(Locale.ROOT);
        MessageKey key = keyOf(sender, type, message);
        if (type.equals("event")) {
            return event(sender, key, message);
        }
        if (type.equals("text")) {
            return new FollowerMessage.Text(sender, key, orEmpty(message.getContent()));
        }
        if (type.equals("location")) {
            GeoPoint point = GeoPoint.of(message.getLocationX(), message.getLocationY(), Crs.GCJ02);
            return new FollowerMessage.Location(sender, key, point);
        }
        return PERSONS_CONTENT.contains(type)
                ? new FollowerMessage.OtherContent(sender, key)
                : new FollowerMessage.Notice(sender, key, type);
    }

    private static FollowerMessage event(Sender sender, MessageKey key, WxMpXmlMessage message) {
        String event = name(message.getEvent());
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "subscribe" -> new FollowerMessage.Subscribed(sender, key);
            case "unsubscribe" -> new FollowerMessage.Unsubscribed(sender, key);
            case "click" -> new FollowerMessage.MenuClicked(sender, key, orEmpty(message.getEventKey()));
            default -> new FollowerMessage.Notice(sender, key, event);
        };
    }

    /** Messages carry MsgId, receipts MsgID; a zero or absent id counts as none. */
    private static MessageKey keyOf(Sender sender, String type, WxMpXmlMessage message) {
        String event = orEmpty(message.getEvent());
        long createTime = message.getCreateTime();
        if (message.getMsgId() != null && message.getMsgId() != 0) {
            return MessageKey.ofMessage(sender, message.getMsgId());
        }
        if (message.getMassMsgId() != null && message.getMassMsgId() != 0) {
            return MessageKey.ofReceipt(sender, event, message.getMassMsgId());
        }
        return MessageKey.ofEvent(sender, createTime, event.isEmpty() ? type : event, orEmpty(message.getEventKey()));
    }

    private static String name(@Nullable String value) {
        if (value == null || value.isBlank() || value.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name");
        }
        return value;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
