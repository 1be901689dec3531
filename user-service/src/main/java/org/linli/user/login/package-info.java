/**
 * Proves who someone is (staff by password, merchants' people by a code sent to their phone, consumers by a WeChat
 * code) and opens, renews and closes their session. Allowed dependencies: {@code binding} for
 * the blacklist, {@code identity}, {@code organisation}, {@code phonecode}, {@code privacy}, {@code startup}, {@code token}.
 */
@NullMarked
package org.linli.user.login;

import org.jspecify.annotations.NullMarked;
