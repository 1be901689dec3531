/**
 * A merchant's people: inviting them, joining, leaving, and working for several merchants. Allowed dependencies: {@code
 * identity}, {@code privacy}, {@code sms}.
 */
@NullMarked
package org.linli.user.invitation;

import org.jspecify.annotations.NullMarked;
