package org.linli.user.login;

import java.util.function.Supplier;
import org.linli.starter.Ids;
import org.linli.user.binding.Blacklist;
import org.linli.user.identity.User;
import org.springframework.stereotype.Component;

/** The last step of a person's login: only after the right code does anyone learn that they are blocked. */
@Component
class PersonLogin {
    private final Blacklist blacklist;
    private final Principals principals;

    PersonLogin(Blacklist blacklist, Principals principals) {
        this.blacklist = blacklist;
        this.principals = principals;
    }

    /** @param recognised looks the person up anew */
    LoginResult logIn(Supplier<User> recognised) {
        String asOf = Ids.next();
        User user = recognised.get();
        return blacklist.covers(user) ? new LoginResult.Blocked() : new LoginResult.LoggedIn(principals.of(user, asOf));
    }
}
