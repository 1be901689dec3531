/**
 * Consumers and merchants' people: who they are, which merchant they belong to and which WeChat identities are theirs,
 * what they told and allowed; merging two that are one, and forgetting.
 * Allowed dependencies: {@code privacy}, the starter's outbox.
 */
@NullMarked
package org.linli.user.identity;

import org.jspecify.annotations.NullMarked;
