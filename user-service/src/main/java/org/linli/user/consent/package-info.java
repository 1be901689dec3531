/**
 * What people allow the bank to do with what it knows about them, per purpose, with its whole history (rule P-4), and about
 * whom the credit bureau may therefore be asked. Allowed
 * dependencies: {@code identity}, {@code privacy}.
 */
@NullMarked
package org.linli.user.consent;

import org.jspecify.annotations.NullMarked;
