/**
 * Texts of people, encrypted on the way into the store and decrypted on the way out (rule P-4), so that those who work
 * with them need not know. Allowed dependencies: service-starter.
 */
@NullMarked
package org.linli.loan.sealing;

import org.jspecify.annotations.NullMarked;
