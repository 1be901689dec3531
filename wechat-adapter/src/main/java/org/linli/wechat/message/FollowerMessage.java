package org.linli.wechat.message;

import org.linli.starter.geo.GeoPoint;

/** What arrived from a follower. Content stays out of {@code toString}, so that no log can hold it. */
public sealed interface FollowerMessage {
    Sender sender();

    MessageKey key();

    <R> R match(Cases<R> cases);

    /** One case per kind: whoever decides on messages decides on all of them. */
    interface Cases<R> {
        R text(Text message);

        R location(Location message);

        R menuClicked(MenuClicked message);

        R subscribed(Subscribed message);

        R unsubscribed(Unsubscribed message);

        R otherContent(OtherContent message);

        R notice(Notice message);
    }

    record Text(Sender sender, MessageKey key, String content) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.text(this);
        }

        @Override
        public String toString() {
            return "Text from " + sender;
        }
    }

    /** A place sent by the follower; WeChat gives GCJ-02. */
    record Location(Sender sender, MessageKey key, GeoPoint point) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.location(this);
        }

        @Override
        public String toString() {
            return "Location from " + sender;
        }
    }

    record MenuClicked(Sender sender, MessageKey key, String eventKey) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.menuClicked(this);
        }
    }

    record Subscribed(Sender sender, MessageKey key) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.subscribed(this);
        }
    }

    record Unsubscribed(Sender sender, MessageKey key) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.unsubscribed(this);
        }
    }

    /** Pictures, voice, video, links: something a person sent that no rule understands yet. */
    record OtherContent(Sender sender, MessageKey key) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.otherContent(this);
        }
    }

    /** Receipts and events nobody waits for an answer to. */
    record Notice(Sender sender, MessageKey key, String event) implements FollowerMessage {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notice(this);
        }
    }
}
