/**
 * WeChat official accounts: receives what followers send, answers in time, and keeps WeChat's words out of every other
 * service. Allowed dependencies: everything below; nothing depends on it.
 */
@NullMarked
package org.linli.wechat;

import org.jspecify.annotations.NullMarked;
