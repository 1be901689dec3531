/**
 * The outlets of the bank's branches: counters and places with machines, each with hours. Also answers what the public may
 * know about one branch, because that includes its outlets. Allowed dependencies: {@code branch}, the starter's outbox,
 * geo and web.
 */
@NullMarked
package org.linli.user.outlet;

import org.jspecify.annotations.NullMarked;
