/**
 * The organisation tree (head office, the branches below it, their outlets) and the members of staff who belong to its
 * nodes; data scope is rule P-1. Allowed dependencies: {@code branch}, {@code access}, {@code outlet}, {@code merchants}, {@code
 * startup}.
 */
@NullMarked
package org.linli.user.organisation;

import org.jspecify.annotations.NullMarked;
