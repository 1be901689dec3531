/**
 * Calls to whatever may hang or fail: time limit, circuit breaker, fallback. Allowed dependencies: none.
 */
@NullMarked
package org.linli.wechat.dependency;

import org.jspecify.annotations.NullMarked;
