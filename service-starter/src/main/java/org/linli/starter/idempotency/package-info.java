/** Idempotency keys of money- and stock-moving calls. See docs/decisions/0006. */
@NullMarked
package org.linli.starter.idempotency;

import org.jspecify.annotations.NullMarked;
