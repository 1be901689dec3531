package org.linli.wechat.message;

import org.linli.starter.Ids;

/** The same for every delivery of one message, different for any two messages. Hashed: it is stored, the openid is not. */
public record MessageKey(String value) {
    /** MsgId alone repeats across users, so account and sender belong to the key. */
    public static MessageKey ofMessage(Sender sender, long msgId) {
        return new MessageKey(Ids.hash(sender.accountId(), sender.openid(), "message", Long.toString(msgId)));
    }

    /** A receipt of something we sent: its event name and the id of what was sent. */
    public static MessageKey ofReceipt(Sender sender, String event, long msgId) {
        return new MessageKey(Ids.hash(sender.accountId(), sender.openid(), "receipt", event, Long.toString(msgId)));
    }

    /** Without an id: time, event and event key tell events apart. */
    public static MessageKey ofEvent(Sender sender, long createTime, String event, String eventKey) {
        return new MessageKey(
                Ids.hash(sender.accountId(), sender.openid(), "event", Long.toString(createTime), event, eventKey));
    }
}
