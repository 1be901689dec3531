/**
 * Tencent's callback: signatures, secure mode, XML made safe, messages read and replies written. Allowed dependencies: account, message, delivery.
 */
@NullMarked
package org.linli.wechat.callback;

import org.jspecify.annotations.NullMarked;
