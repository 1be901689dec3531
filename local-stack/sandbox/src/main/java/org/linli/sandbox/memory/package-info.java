/**
 * Bounded memory: the newest entries, the oldest forgotten. Allowed dependencies: none.
 */
@NullMarked
package org.linli.sandbox.memory;

import org.jspecify.annotations.NullMarked;
