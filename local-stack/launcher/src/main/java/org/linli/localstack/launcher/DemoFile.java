package org.linli.localstack.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.linli.localstack.api.Json;
import org.linli.localstack.demo.DemoCounty;
import org.linli.localstack.demo.DemoPeople;
import tools.jackson.core.type.TypeReference;

/** Writes {@code .local/demo.json}: addresses, logins and ids, for scripts. */
final class DemoFile {
    private final Layout layout;

    DemoFile(Layout layout) {
        this.layout = layout;
    }

    boolean seededBefore() {
        return Files.exists(layout.seeded());
    }

    Map<String, String> merchantIds() {
        return seededBefore() ? Json.MAPPER.readValue(layout.seeded().toFile(), new TypeReference<>() {}) : Map.of();
    }

    /** Remembers that the demo data is complete, and the merchants' ids. */
    void rememberSeeded(Map<String, String> merchantIds) {
        write(layout.seeded(), merchantIds);
    }

    void write(Stack stack, Map<String, String> merchantIds) {
        Secrets secrets = Secrets.of(layout);
        Map<String, Object> demo = new LinkedHashMap<>();
        demo.put("baseUrl", stack.baseUrl());
        demo.put("logins", logins(merchantIds));
        demo.put("branches", branches());
        Map<String, Object> wechat = new LinkedHashMap<>();
        wechat.put("accountId", DemoPeople.ACCOUNT_ID);
        wechat.put("appId", secrets.get("wechatAppId"));
        wechat.put("token", secrets.get("wechatToken"));
        wechat.put("encodingAesKey", secrets.get("wechatEncodingAesKey"));
        wechat.put("callbackUrl", stack.callbackUrl());
        demo.put("wechat", wechat);
        demo.put(
                "sandbox",
                Map.of("wechatUrl", stack.sandboxUrl() + "/wechat", "bankUrl", stack.sandboxUrl() + "/bank"));
        write(layout.demoFile(), demo);
    }

    private static List<Map<String, Object>> logins(Map<String, String> merchantIds) {
        return DemoPeople.logins(merchantIds).stream()
                .map(login -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("kind", login.kind());
                    entry.put("role", login.role());
                    entry.put("path", login.path());
                    entry.put("body", login.body());
                    putIfThere(entry, "merchantId", login.merchantId());
                    putIfThere(entry, "organisationId", login.organisationId());
                    return entry;
                })
                .toList();
    }

    private static void putIfThere(
            Map<String, Object> entry, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    private static List<Map<String, Object>> branches() {
        return DemoCounty.branches().stream()
                .map(branch -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("id", branch.id());
                    entry.put("name", branch.name());
                    entry.put("point", Map.of("lat", branch.lat(), "lng", branch.lng(), "crs", "GCJ02"));
                    entry.put("radiusMeters", branch.radiusMeters());
                    return entry;
                })
                .toList();
    }

    private static void write(java.nio.file.Path file, Object content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.MAPPER.writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
