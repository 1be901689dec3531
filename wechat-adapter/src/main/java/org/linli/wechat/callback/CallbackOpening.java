package org.linli.wechat.callback;

import java.util.Optional;
import java.util.function.Supplier;
import org.linli.wechat.account.OfficialAccount;
import org.linli.wechat.account.WechatSettings;
import org.springframework.stereotype.Component;

/**
 * From a callback's query and body to the message in it. In plaintext {@code signature} covers only the query; in
 * secure mode {@code msg_signature} covers the encrypted text too, and it alone decides there.
 */
@Component
class CallbackOpening {
    private final boolean plaintextAllowed;

    CallbackOpening(WechatSettings settings) {
        this.plaintextAllowed = settings.plaintextAllowed();
    }

    void requireSignature(OfficialAccount account, CallbackQuery query) {
        String given = query.optional("signature");
        if (!Signature.matches(given, account.token(), query.optional("timestamp"), query.optional("nonce"))) {
            throw Refusals.invalidSignature();
        }
    }

    OpenedCallback open(OfficialAccount account, CallbackQuery query, Supplier<byte[]> body) {
        return query.isSecure() ? decrypted(account, query, body) : plain(account, query, body);
    }

    private OpenedCallback plain(OfficialAccount account, CallbackQuery query, Supplier<byte[]> body) {
        requireSignature(account, query);
        if (!plaintextAllowed) {
            throw Refusals.plaintextRefused();
        }
        String xml = SafeXml.checked(body.get());
        return new OpenedCallback(MessageReader.read(account.id(), xml), Optional.empty());
    }

    private OpenedCallback decrypted(OfficialAccount account, CallbackQuery query, Supplier<byte[]> body) {
        if (!query.optional("signature").isEmpty()) {
            requireSignature(account, query);
        }
        String encrypted = SafeXml.child(SafeXml.checked(body.get()), "Encrypt").strip();
        if (encrypted.isEmpty()) {
            throw Refusals.malformedBody();
        }
        requireMessageSignature(account, query, encrypted);
        SecureMode.Opened opened = SecureMode.open(account, encrypted).orElseThrow(Refusals::invalidSignature);
        String xml = SafeXml.checked(opened.xml());
        return new OpenedCallback(MessageReader.read(account.id(), xml), Optional.of(opened.aesKey()));
    }

    private static void requireMessageSignature(OfficialAccount account, CallbackQuery query, String encrypted) {
        String given = query.optional("msg_signature");
        String timestamp = query.optional("timestamp");
        if (!Signature.matches(given, account.token(), timestamp, query.optional("nonce"), encrypted)) {
            throw Refusals.invalidSignature();
        }
    }
}
