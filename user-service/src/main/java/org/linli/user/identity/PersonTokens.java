package org.linli.user.identity;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Calls back people's tokens that say what is not so any more. That they are to be called back stands in the changed
 * user itself and is struck out afterwards; whoever dies in between leaves it to the next pass, here or in another
 * replica. Doing it twice does no harm.
 */
@Component
public class PersonTokens {
    private static final Logger log = LoggerFactory.getLogger(PersonTokens.class);

    private final UserStore store;
    private final SessionEnding sessions;

    PersonTokens(UserStore store, SessionEnding sessions) {
        this.store = store;
        this.sessions = sessions;
    }

    /** Of someone who has changed just now. */
    public void callBack(String userId) {
        store.find(userId).ifPresentOrElse(this::callBack, () -> sessions.endAccess(userId));
    }

    /** The note was read before the tokens are called back: one that comes meanwhile stays. */
    private void callBack(User user) {
        sessions.endAccess(user.id());
        String mark = user.staleTokens();
        if (mark != null) {
            store.change(user.id(), known -> known.tokensCalledBack(mark), struck -> struck);
        }
    }

    /** What a crash left undone; soon enough for the half minute in which a revocation counts everywhere. */
    @Scheduled(fixedDelay = 10_000)
    void finish() {
        for (User user : store.withStaleTokens()) {
            try {
                callBack(user);
            } catch (RuntimeException e) {
                log.warn("tokens will be called back later: {}", e.getClass().getName());
            }
        }
    }
}
