/**
 * A key management service whose keys come back after every restart. Allowed dependencies: none.
 */
@NullMarked
package org.linli.sandbox.kms;

import org.jspecify.annotations.NullMarked;
