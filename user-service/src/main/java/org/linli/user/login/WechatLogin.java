package org.linli.user.login;

import java.util.Optional;
import org.linli.user.identity.Users;
import org.linli.user.identity.WechatPerson;
import org.springframework.stereotype.Component;

/** Logs consumers in by their WeChat identity, and links merchants' people to theirs. */
@Component
class WechatLogin {
    private final WechatOauth oauth;
    private final Users users;
    private final PersonLogin people;

    WechatLogin(WechatOauth oauth, Users users, PersonLogin people) {
        this.oauth = oauth;
        this.users = users;
        this.people = people;
    }

    LoginResult logIn(String accountId, String code) {
        return oauth.exchange(accountId, code)
                .map(person -> people.logIn(() -> users.consumer(person)))
                .orElseGet(LoginResult.WrongCredentials::new);
    }

    /** @return false when WeChat does not know the code */
    boolean link(String userId, String accountId, String code) {
        Optional<WechatPerson> person = oauth.exchange(accountId, code);
        person.ifPresent(known -> users.linkWechat(userId, accountId, known.openid()));
        return person.isPresent();
    }
}
