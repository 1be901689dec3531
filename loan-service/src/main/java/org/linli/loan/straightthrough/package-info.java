/**
 * The straight-through path (rule L-10): small credits that the policies pass without a doubt are decided within a moment,
 * below a daily cap and past a sampling check; everything else goes the normal way. Allowed dependencies: {@code policy}
 * and its kernel, {@code bureau}, {@code application}, {@code foureyes}, service-starter, event-contracts.
 */
@NullMarked
package org.linli.loan.straightthrough;

import org.jspecify.annotations.NullMarked;
