/** Metrics on a port of their own, so that the public port never shows them. Allowed dependencies: none. */
@NullMarked
package org.linli.gateway.monitoring;

import org.jspecify.annotations.NullMarked;
