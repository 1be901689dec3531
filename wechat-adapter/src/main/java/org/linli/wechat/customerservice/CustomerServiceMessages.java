package org.linli.wechat.customerservice;

import java.util.Map;
import java.util.stream.Collectors;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.linli.wechat.account.OfficialAccount;
import org.linli.wechat.account.WechatSettings;
import org.linli.wechat.message.Reply;
import org.linli.wechat.message.Sender;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Text messages outside a reply. At most one per received message is ever sent here, which stays below WeChat's five
 * per message in 48 h without a ledger. Stable tokens: every replica is given the same one, so none overwrites another's.
 */
@Service
public class CustomerServiceMessages {
    private static final Logger log = LoggerFactory.getLogger(CustomerServiceMessages.class);

    private final Map<String, WxMpService> clients;

    CustomerServiceMessages(WechatSettings settings) {
        this.clients = settings.accounts().stream()
                .collect(Collectors.toMap(OfficialAccount::id, account -> clientOf(account, settings.apiBaseUrl())));
    }

    private static WxMpService clientOf(OfficialAccount account, String apiBaseUrl) {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(account.appId());
        config.setSecret(account.secret());
        config.useStableAccessToken(true);
        config.setHostConfig(new WxMpHostConfig(apiBaseUrl, apiBaseUrl, apiBaseUrl));
        WxMpService client = new WxMpServiceImpl();
        client.setWxMpConfigStorage(config);
        client.setMaxRetryTimes(2);
        return client;
    }

    /** Best effort: the follower may ask again. WxJava refreshes a refused token once and repeats once. */
    public void send(Sender to, Reply reply) {
        WxMpService client = clients.get(to.accountId());
        if (client == null) {
            throw new IllegalArgumentException("no account " + to.accountId());
        }
        try {
            client.getKefuService()
                    .sendKefuMessage(WxMpKefuMessage.TEXT()
                            .toUser(to.openid())
                            .content(reply.text())
                            .build());
        } catch (WxErrorException e) {
            log.warn("message to {} refused: {}", to, e.getError().getErrorCode());
        } catch (WxRuntimeException e) {
            log.warn("message to {} not sent: {}", to, e.getClass().getName());
        }
    }
}
