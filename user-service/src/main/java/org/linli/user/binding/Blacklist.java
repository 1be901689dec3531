package org.linli.user.binding;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.user.identity.BankCustomer;
import org.linli.user.identity.PersonTokens;
import org.linli.user.identity.User;
import org.linli.user.identity.Users;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** People who may not come in: they themselves, and everybody bound to the same customer of the bank (W-8). */
@Component
public class Blacklist {
    private static final Logger log = LoggerFactory.getLogger(Blacklist.class);

    private final CustomerFiles files;
    private final Users users;
    private final PersonTokens tokens;

    Blacklist(CustomerFiles files, Users users, PersonTokens tokens) {
        this.files = files;
        this.users = users;
        this.tokens = tokens;
    }

    public boolean covers(User user) {
        return user.isBlocked() || customerOf(user).filter(this::isBlocked).isPresent();
    }

    boolean isBlocked(String customerId) {
        return files.find(customerId).filter(CustomerFile::isBlocked).isPresent();
    }

    private static Optional<String> customerOf(User user) {
        return user.bankCustomer().map(BankCustomer::customerId);
    }

    /** Shuts them out at once; the same again makes good what a crash left undone. */
    void put(User user, String reason) {
        Optional<CustomerFile> blocked = change(user, reason);
        tokens.callBack(user.id());
        blocked.ifPresent(this::callBackTokens);
    }

    void lift(User user) {
        change(user, null);
    }

    private Optional<CustomerFile> change(User user, @Nullable String reason) {
        Optional<CustomerFile> changed = customerOf(user)
                .map(customerId -> files.change(customerId, file -> {
                    file.block(reason);
                    return file;
                }));
        users.change(user.id(), one -> {
            one.block(reason);
            return one;
        });
        return changed;
    }

    private void callBackTokens(CustomerFile file) {
        String mark = file.staleTokens();
        if (mark != null) {
            users.with(Users.Lookup.CUSTOMER, file.id()).forEach(user -> tokens.callBack(user.id()));
            files.tokensCalledBack(file.id(), mark);
        }
    }

    /** What a crash left undone; soon enough for the half minute in which a revocation counts everywhere. */
    @Scheduled(fixedDelay = 10_000)
    void finish() {
        for (CustomerFile file : files.withStaleTokens()) {
            try {
                callBackTokens(file);
            } catch (RuntimeException e) {
                log.warn("tokens will be called back later: {}", e.getClass().getName());
            }
        }
    }
}
