package org.linli.localstack.launcher;

import static org.linli.localstack.launcher.Ports.Listener.ELASTICSEARCH;
import static org.linli.localstack.launcher.Ports.Listener.ELASTICSEARCH_TRANSPORT;
import static org.linli.localstack.launcher.Ports.Listener.GATEWAY;
import static org.linli.localstack.launcher.Ports.Listener.GEO_SEARCH_SERVICE;
import static org.linli.localstack.launcher.Ports.Listener.KAFKA;
import static org.linli.localstack.launcher.Ports.Listener.KAFKA_CONTROLLER;
import static org.linli.localstack.launcher.Ports.Listener.LOAN_SERVICE;
import static org.linli.localstack.launcher.Ports.Listener.MERCHANT_SERVICE;
import static org.linli.localstack.launcher.Ports.Listener.MONGO;
import static org.linli.localstack.launcher.Ports.Listener.SANDBOX;
import static org.linli.localstack.launcher.Ports.Listener.USER_SERVICE;
import static org.linli.localstack.launcher.Ports.Listener.WECHAT_ADAPTER;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.linli.localstack.demo.DemoPeople;
import org.linli.localstack.nodes.NodeCommand;
import org.linli.localstack.nodes.Nodes;
import org.linli.localstack.nodes.Probes;

/** Which processes make up the platform, what each is told, and in which waves they start. */
final class Topology {
    static final List<String> SERVICES = List.of(
            "user-service", "merchant-service", "geo-search-service", "loan-service", "wechat-adapter", "gateway");
    /**
     * Signs a token in 2 ms, not 12. What is used only while starting is not worth compiling so well: with three times
     * the usual thresholds a start costs a third less CPU.
     */
    private static final List<String> FULL_COMPILER = List.of(
            "-XX:TieredStopAtLevel=4",
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=40000",
            "-XX:Tier4BackEdgeThreshold=120000",
            "-XX:ReservedCodeCacheSize=160m");

    /** For what dies young, which in a rush is nearly everything: collected half as often. */
    private static final String HALF_OF_THE_HEAP = "-XX:NewRatio=1";

    private static final Set<String> BUSIEST =
            Set.of("sandbox", "user-service", "merchant-service", "geo-search-service", "loan-service", "gateway");

    /** Of one service, to look closer at it: PLATFORM_JVM_FLAGS_MERCHANT_SERVICE="-XX:StartFlightRecording=...". */
    private static final String JVM_FLAGS = "PLATFORM_JVM_FLAGS_";

    private static final String ACCOUNT = DemoPeople.ACCOUNT_ID;

    private final Layout layout;
    private final Ports ports;
    private final Secrets secrets;

    Topology(Layout layout, Ports ports, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    /** Each wave needs the ones before it; the members of a wave start side by side. */
    List<List<NodeCommand>> waves() {
        return List.of(
                List.of(
                        Nodes.mongo(ports.of(MONGO), layout.data("mongo"), layout.log("mongo")),
                        Nodes.kafka(
                                ports.of(KAFKA), ports.of(KAFKA_CONTROLLER), layout.data("kafka"), layout.log("kafka")),
                        Nodes.elasticsearch(
                                ports.of(ELASTICSEARCH),
                                ports.of(ELASTICSEARCH_TRANSPORT),
                                layout.data("elasticsearch"),
                                layout.log("elasticsearch"))),
                List.of(service("sandbox", SANDBOX, 64), service("user-service", USER_SERVICE, 128)),
                List.of(
                        service("merchant-service", MERCHANT_SERVICE, 512).withJvmFlags(HALF_OF_THE_HEAP),
                        service("geo-search-service", GEO_SEARCH_SERVICE, 160)),
                List.of(service("loan-service", LOAN_SERVICE, 128), service("wechat-adapter", WECHAT_ADAPTER, 128)),
                List.of(service("gateway", GATEWAY, 128)));
    }

    private NodeCommand service(String name, Ports.Listener listener, int heapMebibytes) {
        Path home = Preparation.homeOf(layout, name);
        NodeCommand command = NodeCommand.ofJar(name, home.resolve(name + ".jar"), layout.log(name))
                .withJvmFlags(
                        "-Xmx" + heapMebibytes + "m",
                        "-Xss512k",
                        "-XX:MaxDirectMemorySize=64m",
                        "-XX:ReservedCodeCacheSize=64m",
                        "-Djava.net.preferIPv4Stack=true")
                .inDirectory(home)
                .withEnvironment(environment(name, listener))
                .readyWhen(Probes.http(ports.url(listener) + "/actuator/health/readiness"));
        if (BUSIEST.contains(name)) {
            command = command.withJvmFlags(FULL_COMPILER.toArray(String[]::new));
        }
        String own = System.getenv(JVM_FLAGS + name.replace('-', '_').toUpperCase(Locale.ROOT));
        if (own != null) {
            command = command.withJvmFlags(own.trim().split(" +"));
        }
        Path archive = home.resolve(Preparation.ARCHIVE);
        return Files.exists(archive)
                ? command.withJvmFlags("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:cds=off")
                : command;
    }

    private Map<String, String> environment(String name, Ports.Listener listener) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SPRING_PROFILES_ACTIVE", "local");
        variables.put("SERVER_PORT", String.valueOf(ports.of(listener)));
        variables.put("SERVER_ADDRESS", "127.0.0.1");
        variables.put("MONGODB_URI", "mongodb://127.0.0.1:" + ports.of(MONGO) + "/" + name);
        variables.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + ports.of(KAFKA));
        variables.put("ELASTICSEARCH_URL", ports.url(ELASTICSEARCH));
        for (Ports.Listener other :
                List.of(GATEWAY, MERCHANT_SERVICE, USER_SERVICE, LOAN_SERVICE, WECHAT_ADAPTER, GEO_SEARCH_SERVICE)) {
            variables.put(other.name() + "_URL", ports.url(other));
        }
        variables.put("SANDBOX_URL", ports.url(SANDBOX));
        variables.put("PUBLIC_BASE_URL", baseUrl());
        variables.put("SERVICE_SECRET", secrets.ofService(name));
        switch (name) {
            case "user-service" -> userService(variables);
            case "merchant-service" -> {
                variables.put("FIELD_KEYS", fieldKeys());
                variables.put(
                        "PICTURE_DIRECTORY",
                        layout.state().resolve("data").resolve("pictures").toString());
            }
            case "loan-service" -> {
                variables.put("FIELD_KEYS", fieldKeys());
                variables.put(
                        "PICTURE_DIRECTORY",
                        layout.state()
                                .resolve("data")
                                .resolve("investigation-photos")
                                .toString());
            }
            case "sandbox", "wechat-adapter" -> wechat(variables);
            default -> {}
        }
        return variables;
    }

    private void userService(Map<String, String> variables) {
        variables.put("SERVICE_SECRETS", secrets.serviceSecrets());
        variables.put("PHONE_HASH_KEY", secrets.get("phoneHashKey"));
        variables.put("FIELD_KEYS", fieldKeys());
        variables.put(
                "JWT_SIGNING_KEY_FILE",
                layout.state().resolve("jwt-signing-key.pem").toString());
        variables.put("BOOTSTRAP_ADMIN_USERNAME", DemoPeople.ADMINISTRATOR);
        variables.put("BOOTSTRAP_ADMIN_PASSWORD", DemoPeople.PASSWORD);
        variables.put(
                "FIXED_PHONE_CODES",
                DemoPeople.fixedPhoneCodes().entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(",")));
        wechat(variables);
    }

    private String fieldKeys() {
        return "k1:" + secrets.get("fieldKey");
    }

    private void wechat(Map<String, String> variables) {
        variables.put("WECHAT_APP_ID", secrets.get("wechatAppId"));
        variables.put("WECHAT_APP_SECRET", secrets.get("wechatAppSecret"));
        variables.put("WECHAT_TOKEN", secrets.get("wechatToken"));
        variables.put("WECHAT_ENCODING_AES_KEY", secrets.get("wechatEncodingAesKey"));
        variables.put("WECHAT_CALLBACK_URL", callbackUrl());
        variables.put("SANDBOX_FIXED_CODES", "true");
    }

    String baseUrl() {
        return "http://localhost:" + ports.of(GATEWAY);
    }

    String callbackUrl() {
        return baseUrl() + "/wechat/" + ACCOUNT + "/callback";
    }

    String sandboxUrl() {
        return "http://localhost:" + ports.of(SANDBOX);
    }
}
