/**
 * What people tell about themselves, and the tags that staff give them. Allowed dependencies: {@code branch}, {@code
 * identity}, {@code privacy}.
 */
@NullMarked
package org.linli.user.profile;

import org.jspecify.annotations.NullMarked;
