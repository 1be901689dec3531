package org.linli.user.binding;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.SessionEnding;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.springframework.stereotype.Component;

/** People who may not come in: they themselves, and everybody bound to the same customer of the bank (W-8). */
@Component
public class Blacklist {
    private final CustomerFiles files;
    private final Users users;
    private final SessionEnding sessions;

    Blacklist(CustomerFiles files, Users users, SessionEnding sessions) {
        this.files = files;
        this.users = users;
        this.sessions = sessions;
    }

    public boolean covers(User user) {
        return user.isBlocked()
                || user.bankCustomer()
                        .map(BankCustomer::customerId)
                        .filter(this::isBlocked)
                        .isPresent();
    }

    boolean isBlocked(String customerId) {
        return files.find(customerId).filter(CustomerFile::isBlocked).isPresent();
    }

    /** Shuts them out at once; the same again makes good what a crash left undone. */
    void put(User user, String reason) {
        Set<String> concerned = change(user, reason);
        concerned.forEach(sessions::endAccess);
    }

    void lift(User user) {
        change(user, null);
    }

    private Set<String> change(User user, @Nullable String reason) {
        Set<String> concerned = new TreeSet<>(List.of(user.id()));
        user.bankCustomer().map(BankCustomer::customerId).ifPresent(customerId -> {
            files.change(customerId, file -> {
                file.block(reason);
                return file;
            });
            users.with(Users.Lookup.CUSTOMER, customerId).forEach(one -> concerned.add(one.id()));
        });
        users.change(user.id(), one -> {
            one.block(reason);
            return one;
        });
        return concerned;
    }
}
