/**
 * An electronic signing platform: parties are invited, and sign when somebody says so, or at once by default. Allowed
 * dependencies: none.
 */
@NullMarked
package org.linli.sandbox.signing;

import org.jspecify.annotations.NullMarked;
