package org.linli.wechat.follower;

import java.time.Instant;
import org.linli.events.FollowerEvent;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.linli.wechat.message.Sender;

/** Somebody who follows, or followed, one account. Known by a pseudonym; the openid is not stored. */
class Follower extends AggregateRoot {
    private final String accountId;
    private boolean following;
    private Instant since;

    private Follower(String id, String accountId, boolean following, Instant since) {
        super(id);
        this.accountId = accountId;
        this.following = following;
        this.since = since;
    }

    static Follower unknown(Sender sender, Instant at) {
        return new Follower(sender.pseudonym(), sender.accountId(), false, at);
    }

    /** Announced once, however often WeChat says it. */
    void follow(Instant at) {
        if (!following) {
            following = true;
            since = at;
            raise(new FollowerEvent.Subscribed(id(), accountId, at), at);
        }
    }

    void unfollow(Instant at) {
        if (following) {
            following = false;
            since = at;
            raise(new FollowerEvent.Unsubscribed(id(), accountId, at), at);
        }
    }

    boolean isFollowing() {
        return following;
    }

    Instant since() {
        return since;
    }

    /** A follower's coming and going is the follower's affair; the events tell it. */
    @Override
    protected AuditView audit() {
        return AuditView.NONE;
    }
}
