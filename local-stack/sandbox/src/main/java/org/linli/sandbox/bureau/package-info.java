/**
 * The credit bureau as the bank's gateway to it shows it. What a report says follows from the customer number alone, the
 * same after every start; some numbers get answers that a careful caller refuses. Allowed dependencies: none.
 */
@NullMarked
package org.linli.sandbox.bureau;

import org.jspecify.annotations.NullMarked;
