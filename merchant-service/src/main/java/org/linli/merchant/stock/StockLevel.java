package org.linli.merchant.stock;

/** What was left at one revision. */
public record StockLevel(int remaining, long revision) {}
