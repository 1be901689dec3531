/**
 * What people may demand (rule P-4): all that is known about them, and to be forgotten. Allowed dependencies: {@code
 * binding}, {@code consent}, {@code identity}, {@code invitation}, {@code phonecode}, {@code privacy}, {@code token}.
 */
@NullMarked
package org.linli.user.rights;

import org.jspecify.annotations.NullMarked;
