package org.linli.wechat.callback;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.linli.starter.security.Open;
import org.linli.wechat.account.OfficialAccount;
import org.linli.wechat.account.WechatSettings;
import org.linli.wechat.delivery.MessageReceiving;
import org.linli.wechat.message.Reply;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "WeChat callback", description = "Called by WeChat: signature in the query, XML in the body")
@RestController
@RequestMapping("/wechat/{accountId}/callback")
class CallbackController {
    private final WechatSettings settings;
    private final CallbackOpening opening;
    private final MessageReceiving receiving;

    CallbackController(WechatSettings settings, CallbackOpening opening, MessageReceiving receiving) {
        this.settings = settings;
        this.opening = opening;
        this.receiving = receiving;
    }

    @Operation(summary = "Proves that this address is ours: answers echostr")
    @Open
    @GetMapping
    ResponseEntity<String> verify(@PathVariable String accountId, HttpServletRequest request) {
        OfficialAccount account = account(accountId);
        CallbackQuery query = CallbackQuery.parse(request.getQueryString());
        opening.requireSignature(account, query);
        return ReplyWriter.text(query.required("echostr"));
    }

    @Operation(
            summary = "Receives a message or event and answers it in XML, or with success when nothing is to be said")
    @Open
    @PostMapping
    ResponseEntity<String> receive(@PathVariable String accountId, HttpServletRequest request) {
        long startedAt = System.nanoTime();
        OfficialAccount account = account(accountId);
        CallbackQuery query = CallbackQuery.parse(request.getQueryString());
        OpenedCallback opened = opening.open(account, query, () -> bodyOf(request));
        Reply reply = receiving.receive(opened.message(), startedAt);
        return ReplyWriter.answer(account, opened.message().sender(), reply, opened.aesKey());
    }

    private OfficialAccount account(String id) {
        return settings.account(id).orElseThrow(Refusals::unknownAccount);
    }

    private static byte[] bodyOf(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new HttpMessageNotReadableException("body", e, new ServletServerHttpRequest(request));
        }
    }
}
