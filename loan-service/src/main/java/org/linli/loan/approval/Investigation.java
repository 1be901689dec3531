package org.linli.loan.approval;

import java.util.List;

/**
 * What the investigators found (rule L-2).
 *
 * @param reference which reports
 * @param facts what matters in them; at most {@link InputSeen#MOST_FACTS} are kept
 */
public record Investigation(String reference, List<Fact> facts) {}
