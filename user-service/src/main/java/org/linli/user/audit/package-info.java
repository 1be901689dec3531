/**
 * The audit trail (rule P-3): one append-only, hash-chained row after another per organisation, fed by every service's
 * audit topic; verified, searched and exported by whoever may. Allowed dependencies: the starter and event-contracts.
 */
@NullMarked
package org.linli.user.audit;

import org.jspecify.annotations.NullMarked;
