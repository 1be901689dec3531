/**
 * The complaint channel (rule L-1): an applicant complains about how a case is handled, head office answers. The branch
 * takes no part in it. Allowed dependencies: {@code application}, {@code calendar}, {@code foureyes}, {@code sealing},
 * service-starter.
 */
@NullMarked
package org.linli.loan.complaint;

import org.jspecify.annotations.NullMarked;
