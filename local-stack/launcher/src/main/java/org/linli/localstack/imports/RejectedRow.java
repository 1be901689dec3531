package org.linli.localstack.imports;

/** A row that was not taken, and why; {@code line} counts from 1 with the heading. */
public record RejectedRow(long line, String code, String reason) {}
