package org.linli.user.login;

import java.util.Optional;
import org.linli.user.identity.Users;
import org.springframework.stereotype.Component;

/** Logs consumers in by their WeChat identity, and links merchants' people to theirs. */
@Component
class WechatLogin {
    private final WechatOauth oauth;
    private final Users users;
    private final Principals principals;

    WechatLogin(WechatOauth oauth, Users users, Principals principals) {
        this.oauth = oauth;
        this.users = users;
        this.principals = principals;
    }

    LoginResult logIn(String accountId, String code) {
        return oauth.exchange(accountId, code)
                .<LoginResult>map(openid -> new LoginResult.LoggedIn(principals.of(users.consumer(accountId, openid))))
                .orElseGet(LoginResult.WrongCredentials::new);
    }

    /** @return false when WeChat does not know the code */
    boolean link(String userId, String accountId, String code) {
        Optional<String> openid = oauth.exchange(accountId, code);
        openid.ifPresent(known -> users.linkWechat(userId, accountId, known));
        return openid.isPresent();
    }
}
