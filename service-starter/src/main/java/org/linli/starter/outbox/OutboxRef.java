package org.linli.starter.outbox;

/** A document that may have events to send. */
record OutboxRef(String collection, String id) {}
