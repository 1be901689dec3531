/**
 * Consumers and merchants' people: who they are, which merchant they belong to and which WeChat identity is theirs.
 * Allowed dependencies: {@code privacy}, the starter's outbox.
 */
@NullMarked
package org.linli.user.identity;

import org.jspecify.annotations.NullMarked;
