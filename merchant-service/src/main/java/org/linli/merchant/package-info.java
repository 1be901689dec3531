/** Merchants, their offers, the coupons claimed from them and their redemption. Allowed dependencies: every feature. */
@NullMarked
package org.linli.merchant;

import org.jspecify.annotations.NullMarked;
