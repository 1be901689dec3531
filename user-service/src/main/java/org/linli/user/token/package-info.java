/**
 * Signs access tokens, keeps refresh families, publishes the verification keys and gives the other services their own
 * tokens. Knows no person and no store of persons. Allowed dependencies: {@code startup}.
 */
@NullMarked
package org.linli.user.token;

import org.jspecify.annotations.NullMarked;
