package org.linli.sandbox.kms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells the current key, wraps and unwraps for whoever has the token; bytes are Base64. */
@RestController
class KmsController {
    private static final int LONGEST = 4_096;

    private final KmsKeys keys;
    private final byte[] authorization;

    KmsController(KmsKeys keys, @Value("${sandbox.kms.token}") String token) {
        this.keys = keys;
        this.authorization = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    record Current(String keyId) {}

    record Plain(byte[] plaintext) {
        Plain {
            requireLength("plaintext", plaintext);
        }
    }

    record Wrapped(byte[] ciphertext) {
        Wrapped {
            requireLength("ciphertext", ciphertext);
        }
    }

    private static void requireLength(String name, byte @Nullable [] bytes) {
        int length = bytes == null ? 0 : bytes.length;
        if (length < 1 || length > LONGEST) {
            throw new IllegalArgumentException(name + ": " + length + " bytes (expected: 1..4096)");
        }
    }

    @GetMapping("/kms/v1/keys/current")
    Current current(@RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String given) {
        authenticate(given);
        return new Current(keys.current());
    }

    @PostMapping("/kms/v1/keys/{id}/wrap")
    Wrapped wrap(
            @PathVariable String id,
            @RequestBody Plain plain,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String given) {
        authenticate(given);
        return new Wrapped(keys.wrap(id, plain.plaintext()));
    }

    @PostMapping("/kms/v1/keys/{id}/unwrap")
    Plain unwrap(
            @PathVariable String id,
            @RequestBody Wrapped wrapped,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) @Nullable String given) {
        authenticate(given);
        return new Plain(keys.unwrap(id, wrapped.ciphertext()));
    }

    @PostMapping("/sandbox/kms/rotation")
    Current rotate() {
        return new Current(keys.rotate());
    }

    private void authenticate(@Nullable String given) {
        byte[] bytes = given == null ? new byte[0] : given.getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(bytes, authorization)) {
            throw new ResponseStatusException(HttpStatus.UNAUTHORIZED);
        }
    }
}
