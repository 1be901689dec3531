package org.linli.starter.outbox;

import java.time.Instant;

/** An event waiting inside its aggregate's document; {@code sequence} counts 1, 2, 3 ... per aggregate. */
public record OutboxEvent(String id, String type, long sequence, Instant time, String dataJson) {}
