package org.linli.wechat.delivery;

import org.linli.wechat.message.Reply;

/** What one delivery of a message finds. */
sealed interface Claim {
    /** Nobody has worked on the message, or whoever did was lost: this delivery does the work. */
    record First() implements Claim {}

    /** Answered before: the same answer again. */
    record Answered(Reply reply) implements Claim {}

    /** Another delivery is working on it. */
    record UnderWork() implements Claim {}
}
