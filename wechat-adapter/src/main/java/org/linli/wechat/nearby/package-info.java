/**
 * Offers around a follower: the last place they sent, and the best three offers there (W-9). Allowed dependencies: message, account, dependency.
 */
@NullMarked
package org.linli.wechat.nearby;

import org.jspecify.annotations.NullMarked;
