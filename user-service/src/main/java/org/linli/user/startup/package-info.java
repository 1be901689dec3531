/**
 * What must be there before the service may start, and what may exist on a developer's machine only. Allowed
 * dependencies: Spring's environment.
 */
@NullMarked
package org.linli.user.startup;

import org.jspecify.annotations.NullMarked;
