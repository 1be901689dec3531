package org.linli.loan.approval;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the bank's policies found about a case (rules L-7, L-9, L-10).
 *
 * @param reference which policies in which version, or which run
 * @param annualRatePercent the price found, if there is one: an approval may be dearer, not cheaper
 * @param facts the trace; at most {@link InputSeen#MOST_FACTS} are kept
 */
public record Assessment(String reference, @Nullable BigDecimal annualRatePercent, List<Fact> facts) {}
