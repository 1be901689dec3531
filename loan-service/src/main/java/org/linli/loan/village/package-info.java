/**
 * Sunshine credit: a village's households on their way from the file over a suggested limit and a public notice with
 * its objection period to signing and using, and how far each village is (rule L-40). Others learn of signed limits
 * from {@link org.linli.loan.village.VillageCredits}. Allowed dependencies: {@code customerfile}, {@code foureyes},
 * service-starter.
 */
@NullMarked
package org.linli.loan.village;

import org.jspecify.annotations.NullMarked;
