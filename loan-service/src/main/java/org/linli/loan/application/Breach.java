package org.linli.loan.application;

import java.time.Instant;

/** A broken promise (rule L-1): of which stage, and whom it was brought to. */
record Breach(Stage stage, Instant dueAt, Instant noticedAt, Responsible escalatedTo) {}
