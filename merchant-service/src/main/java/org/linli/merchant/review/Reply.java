package org.linli.merchant.review;

import java.time.Instant;

/** The owner's answer, under the review. */
record Reply(String text, Instant at) {
    @Override
    public String toString() {
        return "Reply[" + at + "]";
    }
}
