package org.linli.localstack.nodes;

import java.nio.file.Path;
import java.util.List;

/** The nodes of the local stack, with the heaps they were measured to need. */
public final class Nodes {

    /** The optimising compiler on top of the quick one: doubles what the index answers, for some 80 MB. */
    private static final String FULL_COMPILER = "-XX:TieredStopAtLevel=4";

    /** The same for what is not worth it while starting: only what runs three times as often as usual is compiled so. */
    private static final List<String> PATIENT_COMPILER = List.of(
            FULL_COMPILER,
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=40000",
            "-XX:Tier4BackEdgeThreshold=120000");

    private Nodes() {}

    /** A Kafka broker; its controller listens on a port of its own. */
    public static NodeCommand kafka(int port, int controllerPort, Path data, Path logFile) {
        return NodeCommand.ofModule(module("kafka-node"), "org.linli.localstack.kafka.KafkaNode", logFile)
                .withJvmFlags("-Xmx256m")
                .withJvmFlags(PATIENT_COMPILER.toArray(String[]::new))
                .withArguments("--port", String.valueOf(port))
                .withArguments("--controller-port", String.valueOf(controllerPort))
                .withArguments("--data", data.toAbsolutePath().toString())
                .readyWhen(Probes.kafka(port));
    }

    /** An Elasticsearch node; the transport port is only ever used by itself. */
    public static NodeCommand elasticsearch(int port, int transportPort, Path data, Path logFile) {
        return NodeCommand.ofModule(
                        module("elasticsearch-node"), "org.linli.localstack.elasticsearch.ElasticsearchNode", logFile)
                .withJvmFlags("-Xmx384m", FULL_COMPILER)
                .withArguments("--port", String.valueOf(port))
                .withArguments("--transport-port", String.valueOf(transportPort))
                .withArguments("--data", data.toAbsolutePath().toString())
                .withArguments("--logs", data.toAbsolutePath().resolve("logs").toString())
                .readyWhen(
                        Probes.http("http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=1s"));
    }

    /** A store speaking MongoDB's protocol. */
    public static NodeCommand mongo(int port, Path data, Path logFile) {
        return NodeCommand.ofModule(module("mongo-node"), "org.linli.localstack.mongo.MongoNode", logFile)
                // Nearly all it makes dies young: a larger nursery is collected half as often.
                .withJvmFlags("-Xmx512m", "-Xmn240m")
                .withJvmFlags(PATIENT_COMPILER.toArray(String[]::new))
                .withArguments("--port", String.valueOf(port))
                .withArguments("--data", data.toAbsolutePath().toString())
                .readyWhen(Probes.mongo(port));
    }

    private static Path module(String name) {
        return RepositoryRoot.find().resolve("local-stack").resolve(name);
    }
}
