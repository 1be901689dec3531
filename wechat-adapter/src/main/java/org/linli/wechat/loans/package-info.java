/**
 * How a follower's loan application stands (L-1). Allowed dependencies: message, dependency.
 */
@NullMarked
package org.linli.wechat.loans;

import org.jspecify.annotations.NullMarked;
