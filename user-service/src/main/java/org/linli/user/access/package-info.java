/**
 * Permissions, their names and what they open, and the roles that have them: the built-in ones of the two reviewed
 * tables under {@code resources/access}, against which the tests of every service hold the running endpoints, and the
 * bank's own roles. Uses nothing of the other features.
 */
@NullMarked
package org.linli.user.access;

import org.jspecify.annotations.NullMarked;
