package org.linli.merchant.offer;

import java.time.Instant;

/**
 * A total that the stock is to have: noted before the stock is changed, so that whoever finds it can finish the change.
 *
 * @param overdueAt from then on its maker is taken for dead
 */
record StockWish(int total, Instant overdueAt) {}
