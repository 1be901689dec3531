/** Personal data encrypted per field (rule P-4): values under data keys, data keys under a wrapping key, kept or held elsewhere; and a keyed hash to find values by. Allowed dependencies: {@code web}, Spring Data MongoDB, Bouncy Castle for SM4. */
@NullMarked
package org.linli.starter.crypto;

import org.jspecify.annotations.NullMarked;
