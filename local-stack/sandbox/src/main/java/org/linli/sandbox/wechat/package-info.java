/**
 * Tencent's side of two official accounts: OAuth codes, access tokens, customer-service messages, and the server that delivers a
 * follower's message to the platform's callback with a 5 s cut-off and three deliveries. Allowed dependencies: org.linli.sandbox.memory.
 */
@NullMarked
package org.linli.sandbox.wechat;

import org.jspecify.annotations.NullMarked;
