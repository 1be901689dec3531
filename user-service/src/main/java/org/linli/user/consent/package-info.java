/**
 * What people allow the bank to do with what it knows about them, per purpose, with its whole history (rule P-4). Allowed
 * dependencies: {@code identity}.
 */
@NullMarked
package org.linli.user.consent;

import org.jspecify.annotations.NullMarked;
