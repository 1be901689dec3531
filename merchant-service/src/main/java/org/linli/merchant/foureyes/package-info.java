/**
 * Who may not decide on a case (rule P-2): a pure function of the case's people and the one who wants to decide.
 * Allowed dependencies: the starter's caller.
 */
@NullMarked
package org.linli.merchant.foureyes;

import org.jspecify.annotations.NullMarked;
