/**
 * People as the bank's staff see them (rules P-1, P-4): looked up exactly, masked, revealed only with a reason on record.
 * Allowed dependencies: {@code binding}, {@code identity}, {@code privacy}.
 */
@NullMarked
package org.linli.user.customer;

import org.jspecify.annotations.NullMarked;
