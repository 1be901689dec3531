/**
 * Who follows which account; announced on {@code wechat.follower.v1}. Allowed dependencies: message, dependency.
 */
@NullMarked
package org.linli.wechat.follower;

import org.jspecify.annotations.NullMarked;
