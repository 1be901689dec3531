/**
 * The port to the SMS gateway. Allowed dependencies: {@code privacy} for the phone number.
 */
@NullMarked
package org.linli.user.sms;

import org.jspecify.annotations.NullMarked;
