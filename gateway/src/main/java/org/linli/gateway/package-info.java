/** The one way in: starts the process; allowed dependencies: none of its own packages. */
@NullMarked
package org.linli.gateway;

import org.jspecify.annotations.NullMarked;
