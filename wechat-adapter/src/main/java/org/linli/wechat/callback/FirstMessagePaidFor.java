package org.linli.wechat.callback;

import java.util.Optional;
import org.linli.wechat.account.WechatSettings;
import org.linli.wechat.message.FollowerMessage;
import org.linli.wechat.message.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Reads and writes one message at start: WxJava builds its XML machinery on first use, which costs seconds on a small
 * machine, and the first follower has five.
 */
@Component
class FirstMessagePaidFor implements ApplicationRunner {
    private static final Logger log = LoggerFactory.getLogger(FirstMessagePaidFor.class);
    private static final String SAMPLE = "<xml><ToUserName>gh</ToUserName><FromUserName>o</FromUserName>"
            + "<CreateTime>1</CreateTime><MsgType>text</MsgType><Content>hello</Content><MsgId>1</MsgId></xml>";

    private final WechatSettings settings;

    FirstMessagePaidFor(WechatSettings settings) {
        this.settings = settings;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        settings.accounts().forEach(account -> {
            FollowerMessage message = MessageReader.read(account.id(), SafeXml.checked(SAMPLE));
            ReplyWriter.answer(account, message.sender(), new Reply("hello"), Optional.of(account.aesKey()));
        });
        log.info("speaking for {} official accounts", settings.accounts().size());
    }
}
