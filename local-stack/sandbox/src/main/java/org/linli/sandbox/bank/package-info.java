/**
 * The smallest piece of core banking the platform needs today: who is the customer behind a phone number. Allowed dependencies: none.
 */
@NullMarked
package org.linli.sandbox.bank;

import org.jspecify.annotations.NullMarked;
