package org.linli.loan.approval;

/** One thing that was known, as text: kept with the decision so that it can be explained years later. */
public record Fact(String name, String value) {}
