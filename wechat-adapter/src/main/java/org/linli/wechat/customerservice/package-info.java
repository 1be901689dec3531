/**
 * Messages sent on our own initiative, here: an answer that was too late to be a reply. Allowed dependencies: account, message.
 */
@NullMarked
package org.linli.wechat.customerservice;

import org.jspecify.annotations.NullMarked;
