/**
 * Schedule previews over HTTP, open to everyone: reads the request, asks the kernel, answers. Knows no product and
 * stores nothing. Allowed dependencies: its {@code kernel}, service-starter.
 */
@NullMarked
package org.linli.loan.calculation;

import org.jspecify.annotations.NullMarked;
