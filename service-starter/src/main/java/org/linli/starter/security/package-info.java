/** Tokens, callers and access rules: deny unless a service's {@link EndpointAccess} allow it. */
@NullMarked
package org.linli.starter.security;

import org.jspecify.annotations.NullMarked;
