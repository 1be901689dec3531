package org.linli.loan.application;

import java.time.Instant;

/** One step of an application's way. @param by the subject of whoever caused it */
record StageEntry(Stage stage, Instant enteredAt, Instant dueAt, String by) {}
