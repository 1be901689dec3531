package org.linli.user.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells wechat-adapter whom a follower stands for. */
@RestController
class WechatIdentityController {
    private final Users users;

    WechatIdentityController(Users users) {
        this.users = users;
    }

    /**
     * The answer.
     *
     * @param userId the consumer, or the merchant's person when there is no consumer
     * @param merchantUserId the merchant's person who linked this identity
     * @param merchantId that person's merchant
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String userId,
            String kind,
            @Nullable String merchantUserId,
            @Nullable String merchantId) {}

    @Allowed("internal.wechat-identity.read")
    @GetMapping("/internal/v1/wechat-identities/{accountId}/{openid}")
    Answer identify(@PathVariable @Size(max = 32) String accountId, @PathVariable @Size(max = 64) String openid) {
        Users.WechatIdentity found = users.identify(accountId, openid).orElseThrow(ProblemException::notFound);
        String kind = found.kind().name().toLowerCase(Locale.ROOT);
        return new Answer(found.userId(), kind, found.merchantUserId(), found.merchantId());
    }
}
