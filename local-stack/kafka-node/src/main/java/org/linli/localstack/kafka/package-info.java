/**
 * One real Kafka broker (KRaft, broker and controller in one process) for a developer's machine and for tests: formats
 * its storage, writes its settings, runs, stops cleanly. Allowed dependencies: Kafka itself, nothing of this project.
 */
@NullMarked
package org.linli.localstack.kafka;

import org.jspecify.annotations.NullMarked;
