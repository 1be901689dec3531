/**
 * What a follower sent and what is answered, free of XML. The account travels inside every message, never in a thread. Allowed dependencies: the starter.
 */
@NullMarked
package org.linli.wechat.message;

import org.jspecify.annotations.NullMarked;
