/**
 * What the account says: commands, welcome, menu of commands. Allowed dependencies: message, account, nearby, loans, follower.
 */
@NullMarked
package org.linli.wechat.conversation;

import org.jspecify.annotations.NullMarked;
