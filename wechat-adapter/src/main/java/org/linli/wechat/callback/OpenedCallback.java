package org.linli.wechat.callback;

import java.util.Optional;
import org.linli.wechat.message.FollowerMessage;

/** A callback that proved to be WeChat's. */
record OpenedCallback(FollowerMessage message, Optional<String> aesKey) {}
