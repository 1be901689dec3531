package org.linli.loan.product;

import jakarta.validation.constraints.Min;

/**
 * Amounts above {@code aboveFen} need a business that has been trading for at least {@code months}.
 *
 * @param aboveFen exclusive
 */
public record TradingRequirement(
        @Min(0) long aboveFen, @Min(0) int months) {}
