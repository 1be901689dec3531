package org.linli.wechat.callback;

import java.util.Optional;
import me.chanjar.weixin.mp.bean.message.WxMpXmlOutMessage;
import org.linli.wechat.account.OfficialAccount;
import org.linli.wechat.message.Reply;
import org.linli.wechat.message.Sender;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Our answer as WeChat reads it: XML, sealed when the message was; {@code success} when there is nothing to say. */
final class ReplyWriter {
    private static final MediaType XML = MediaType.parseMediaType("text/xml;charset=UTF-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private ReplyWriter() {}

    static ResponseEntity<String> text(String body) {
        return ResponseEntity.ok().contentType(TEXT).body(body);
    }

    /** @param aesKey the key that opened the message; empty for one in plaintext */
    static ResponseEntity<String> answer(OfficialAccount account, Sender sender, Reply reply, Optional<String> aesKey) {
        if (reply.isSilent()) {
            return text("success");
        }
        String xml = WxMpXmlOutMessage.TEXT()
                .content(reply.text())
                .fromUser(sender.accountName())
                .toUser(sender.openid())
                .build()
                .toXml();
        String body = aesKey.map(key -> SecureMode.seal(account, key, xml)).orElse(xml);
        return ResponseEntity.ok().contentType(XML).body(body);
    }
}
