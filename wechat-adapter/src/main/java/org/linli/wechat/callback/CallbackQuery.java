package org.linli.wechat.callback;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The callback's query. Read from the raw query string: asking the container for parameters would make it swallow a
 * body sent as a form.
 */
record CallbackQuery(Map<String, String> values) {
    static CallbackQuery parse(@Nullable String queryString) {
        Map<String, String> values = new HashMap<>();
        if (queryString != null) {
            for (String pair : queryString.split("&", 32)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
                }
            }
        }
        return new CallbackQuery(values);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException brokenEscape) {
            throw Refusals.invalidParameter("query", "not percent-encoded text");
        }
    }

    String optional(String name) {
        return values.getOrDefault(name, "");
    }

    String required(String name) {
        String value = optional(name);
        if (value.isEmpty() || value.length() > 256) {
            throw Refusals.invalidParameter(name, "1-256 characters");
        }
        return value;
    }

    boolean isSecure() {
        return switch (optional("encrypt_type")) {
            case "", "raw" -> false;
            case "aes" -> true;
            default -> throw Refusals.invalidParameter("encrypt_type", "raw or aes");
        };
    }
}
