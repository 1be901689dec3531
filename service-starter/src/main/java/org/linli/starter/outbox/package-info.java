/** Aggregates with an embedded outbox, and the relay that carries its events to Kafka. See docs/decisions/0002. */
@NullMarked
package org.linli.starter.outbox;

import org.jspecify.annotations.NullMarked;
