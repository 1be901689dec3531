/**
 * Each message is worked on once, however often it is delivered, and answered before WeChat hangs up. Allowed dependencies: message, conversation, customerservice, dependency.
 */
@NullMarked
package org.linli.wechat.delivery;

import org.jspecify.annotations.NullMarked;
