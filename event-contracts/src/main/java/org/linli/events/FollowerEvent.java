package org.linli.events;

import java.time.Instant;

/** A WeChat follower of one official account; {@code followerId} is a pseudonym, never the openid. */
public sealed interface FollowerEvent extends DomainEvent {
    record Subscribed(String followerId, String accountId, Instant at) implements FollowerEvent {}

    record Unsubscribed(String followerId, String accountId, Instant at) implements FollowerEvent {}
}
