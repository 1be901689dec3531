package org.linli.loan.history.statistics;

import org.linli.loan.policy.kernel.Facts;

/**
 * @param facts what was known when the loan was asked for
 * @param bad what became known afterwards: whether it was lost
 */
public record Sample(Facts facts, boolean bad) {}
