/**
 * Permissions: their names, and which roles have them. The two tables under {@code resources/access} are the reviewed
 * truth: this service reads them, and the tests of every service hold the running endpoints against them. Uses nothing of
 * the other features.
 */
@NullMarked
package org.linli.user.access;

import org.jspecify.annotations.NullMarked;
