package org.linli.user.token;

import java.time.Duration;
import java.util.Map;
import org.linli.starter.security.Open;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys with which everyone verifies tokens. */
@RestController
class KeyController {
    private final Map<String, Object> published;

    KeyController(KeyRing keys) {
        this.published = keys.published().toJSONObject();
    }

    @Open
    @GetMapping("/.well-known/jwks.json")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(published);
    }
}
