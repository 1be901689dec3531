package org.linli.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.linli.localstack.api.Json;
import tools.jackson.core.type.TypeReference;

/** Secrets of one local platform: made up at its first start, kept in {@code .local/secrets.json} for its owner only. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<String> CALLERS =
            List.of("merchant-service", "loan-service", "wechat-adapter", "geo-search-service", "gateway");

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    static Secrets of(Layout layout) {
        Path file = layout.state().resolve("secrets.json");
        try {
            if (Files.exists(file)) {
                return new Secrets(Json.MAPPER.readValue(file.toFile(), new TypeReference<>() {}));
            }
            Map<String, String> values = generate();
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.MAPPER.writeValueAsString(values));
            if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> generate() {
        Map<String, String> values = new TreeMap<>();
        values.put("wechatToken", hex(16));
        values.put("wechatAppSecret", hex(16));
        values.put("wechatAppId", "wx" + hex(8));
        // 43 Base64 characters without padding: 32 bytes, as Tencent issues them.
        values.put("wechatEncodingAesKey", base64(32).substring(0, 43));
        values.put("phoneHashKey", base64(32));
        values.put("fieldKey", base64(32));
        for (String caller : CALLERS) {
            values.put("service." + caller, hex(24));
        }
        return values;
    }

    private static String hex(int bytes) {
        return HexFormat.of().formatHex(random(bytes));
    }

    private static String base64(int bytes) {
        return Base64.getEncoder().encodeToString(random(bytes));
    }

    private static byte[] random(int bytes) {
        byte[] value = new byte[bytes];
        RANDOM.nextBytes(value);
        return value;
    }

    String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new PlatformException("secrets.json lacks " + name + "; ./platform reset starts anew");
        }
        return value;
    }

    String ofService(String service) {
        return values.getOrDefault("service." + service, "");
    }

    /** {@code name:secret,...} of every service that may ask for a service token. */
    String serviceSecrets() {
        Map<String, String> pairs = new LinkedHashMap<>();
        CALLERS.forEach(caller -> pairs.put(caller, get("service." + caller)));
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + ":" + pair.getValue())
                .collect(java.util.stream.Collectors.joining(","));
    }
}
