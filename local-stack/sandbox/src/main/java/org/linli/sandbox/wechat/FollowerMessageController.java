package org.linli.sandbox.wechat;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class FollowerMessageController {
    private final TencentServer server;

    FollowerMessageController(TencentServer server) {
        this.server = server;
    }

    @PostMapping("/sandbox/wechat/messages")
    TencentServer.Outcome send(@RequestBody FollowerMessage message) {
        return server.deliver(message);
    }
}
