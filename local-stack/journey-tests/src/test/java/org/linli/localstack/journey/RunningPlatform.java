package org.linli.localstack.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.localstack.api.Json;
import org.linli.localstack.api.PlatformApi;
import org.linli.localstack.demo.DemoCounty;
import org.linli.localstack.demo.DemoPeople;
import org.linli.localstack.demo.DemoSeeder;
import org.linli.localstack.launcher.Layout;
import org.linli.localstack.launcher.Ports;
import org.linli.localstack.launcher.Stack;

/** One platform for all journeys of this JVM: random ports, its own state, the demo county; stopped at the end. */
final class RunningPlatform {
    private static @Nullable RunningPlatform instance;

    final Stack stack;
    final Ports ports;
    private final Path state;
    private final Map<String, String> merchantIds;

    private RunningPlatform(Stack stack, Ports ports, Path state, Map<String, String> merchantIds) {
        this.stack = stack;
        this.ports = ports;
        this.state = state;
        this.merchantIds = merchantIds;
    }

    static synchronized RunningPlatform get() {
        if (instance == null) {
            try {
                Path state =
                        Files.createDirectories(Path.of("target", "platform").toAbsolutePath());
                Path fresh = Files.createTempDirectory(state, "run-");
                Ports ports = Ports.random();
                Stack stack = Stack.start(Layout.ofCheckout().withState(fresh), ports, System.out::println);
                Map<String, String> ids = new DemoSeeder(stack.baseUrl(), System.out::println).seed();
                instance = new RunningPlatform(stack, ports, fresh, ids);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return instance;
    }

    String merchantId(int number) {
        String id = merchantIds.get(String.format("demo-%04d", number));
        if (id == null) {
            throw new IllegalStateException("no demo merchant " + number);
        }
        return id;
    }

    DemoCounty.Branch branch(int number) {
        return DemoCounty.branches().get(number - 1);
    }

    DemoCounty.Merchant place(int number) {
        return DemoCounty.merchants().get(number - 1);
    }

    Path logs() {
        return state.resolve("logs");
    }

    /** The official account's token, which signs callbacks. */
    String wechatToken() {
        return Json.MAPPER
                .readTree(state.resolve("secrets.json").toFile())
                .path("wechatToken")
                .asString();
    }

    PlatformApi anonymous() {
        return PlatformApi.anonymous(stack.baseUrl());
    }

    PlatformApi sandbox() {
        return PlatformApi.anonymous(stack.sandboxUrl());
    }

    PlatformApi staff(String username) {
        return PlatformApi.staff(stack.baseUrl(), username, DemoPeople.PASSWORD);
    }

    PlatformApi phone(String phone) {
        return PlatformApi.as(
                stack.baseUrl(), "/api/v1/auth/phone", Map.of("phone", phone, "code", DemoPeople.PHONE_CODE));
    }

    PlatformApi consumer(int number) {
        return wechat("demo-consumer-" + number);
    }

    PlatformApi wechat(String code) {
        return PlatformApi.as(stack.baseUrl(), "/api/v1/auth/wechat", Map.of("accountId", "hq", "code", code));
    }

    /** A valid offer; the test changes what it is about. */
    static Map<String, Object> anOffer(String title, int stock, int perPersonLimit) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("kind", "PERCENT");
        body.put("percentOff", 20);
        body.put("category", "餐饮");
        body.put("validFrom", OffsetDateTime.now().minusDays(1).toString());
        body.put("validUntil", OffsetDateTime.now().plusDays(7).toString());
        body.put("stock", stock);
        body.put("perPersonLimit", perPersonLimit);
        body.put("terms", "到店核销");
        return body;
    }
}
