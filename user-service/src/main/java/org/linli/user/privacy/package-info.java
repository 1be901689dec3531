/**
 * Personal data (rule P-4): encrypted per field at rest, looked up by a keyed hash, masked in texts. Allowed
 * dependencies: none but the starter's {@code crypto}.
 */
@NullMarked
package org.linli.user.privacy;

import org.jspecify.annotations.NullMarked;
