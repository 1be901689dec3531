/**
 * Codes sent to phones, by which their holders prove that they are: to log in, to bind themselves to a customer. Allowed
 * dependencies: {@code privacy}, {@code sms}, {@code startup}.
 */
@NullMarked
package org.linli.user.phonecode;

import org.jspecify.annotations.NullMarked;
