/**
 * The door to the bank's core-banking system as far as loans need it: pay a loan out, take it back, ask what became of a
 * reference. Says what is known and never guesses: no answer is not a refusal. Allowed dependencies: Spring's REST client.
 */
@NullMarked
package org.linli.loan.corebank;

import org.jspecify.annotations.NullMarked;
