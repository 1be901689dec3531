package org.linli.localstack.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.linli.localstack.nodes.NodeCommand;
import org.linli.localstack.nodes.NodeProcess;
import org.linli.localstack.nodes.Probes;

/** The running platform: all its processes, started in waves, each of which can be killed and started again. */
public final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Topology topology;
    private final PidFiles pids;
    private final Consumer<String> progress;
    private final long begun = System.nanoTime();
    private final Map<String, NodeCommand> commands = new LinkedHashMap<>();
    private final Map<String, NodeProcess> processes = Collections.synchronizedMap(new LinkedHashMap<>());
    private volatile boolean stopping;

    private Stack(Layout layout, Topology topology, Consumer<String> progress) {
        this.topology = topology;
        this.pids = new PidFiles(layout.run());
        this.progress = progress;
    }

    /**
     * Starts everything and returns when all of it is ready.
     *
     * @param progress gets one line for every step
     * @throws PlatformException when a port is taken or a process does not become ready; nothing is left running then
     */
    public static Stack start(Layout layout, Ports ports, Consumer<String> progress) {
        ports.requireFree();
        Stack stack = new Stack(layout, new Topology(layout, ports, Secrets.of(layout)), progress);
        stack.pids.write(PidFiles.LAUNCHER, ProcessHandle.current().pid());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-everything"));
        try {
            stack.topology.waves().forEach(stack::startWave);
        } catch (RuntimeException e) {
            stack.close();
            Throwable cause = e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
            throw new PlatformException(String.valueOf(cause.getMessage()));
        }
        return stack;
    }

    private void startWave(List<NodeCommand> wave) {
        List<CompletableFuture<Void>> starting = new ArrayList<>();
        for (NodeCommand command : wave) {
            commands.put(command.name(), command);
            starting.add(CompletableFuture.runAsync(() -> startOne(command)));
        }
        CompletableFuture.allOf(starting.toArray(CompletableFuture[]::new)).join();
    }

    private void startOne(NodeCommand command) {
        launch(command).awaitReady(PATIENCE);
        progress.accept(String.format("%5.1f s  %-20s ready", (System.nanoTime() - begun) / 1e9, command.name()));
    }

    private NodeProcess launch(NodeCommand command) {
        if (stopping) {
            throw new PlatformException("stopped");
        }
        NodeProcess process = command.start();
        processes.put(command.name(), process);
        pids.write(command.name(), process.pid());
        return process;
    }

    public List<String> names() {
        return List.copyOf(processes.keySet());
    }

    public boolean isAlive(String name) {
        return process(name).isAlive();
    }

    public boolean isStopping() {
        return stopping;
    }

    public long pid(String name) {
        return process(name).pid();
    }

    /** Kills the process without asking, as a crash would. */
    public void kill9(String name) {
        process(name).kill9();
    }

    /** Starts a process again that has ended, and waits until it is ready. */
    public void restart(String name) {
        startOne(command(name));
    }

    /** Starts a process again that has ended; see {@link #awaitReady}. */
    public void launch(String name) {
        launch(command(name));
    }

    public void awaitReady(String name) {
        process(name).awaitReady(PATIENCE);
    }

    private NodeCommand command(String name) {
        NodeCommand command = commands.get(name);
        if (command == null) {
            throw new IllegalArgumentException("no such process: " + name);
        }
        return command;
    }

    /**
     * Starts one more process of a service that runs already, on a port of its own; the gateway does not know it.
     *
     * @param name by which it can be killed and started again
     */
    public void addReplica(String service, String name, int port) {
        commands.put(name, replica(command(service), name, port));
        restart(name);
    }

    private static NodeCommand replica(NodeCommand service, String name, int port) {
        return service.named(name)
                .withEnvironment(Map.of("SERVER_PORT", String.valueOf(port)))
                .readyWhen(Probes.http("http://127.0.0.1:" + port + "/actuator/health/readiness"));
    }

    /**
     * How to start one more process of a service beside a platform that another program runs: told the same as its
     * process there, on a port of its own. Whoever starts it stops it; the gateway does not know it.
     */
    public static NodeCommand replicaOfRunning(Layout layout, Ports ports, String service, String name, int port) {
        return new Topology(layout, ports, Secrets.of(layout))
                .waves().stream()
                        .flatMap(List::stream)
                        .filter(command -> command.name().equals(service))
                        .map(command -> replica(command, name, port))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such process: " + service));
    }

    private NodeProcess process(String name) {
        NodeProcess process = processes.get(name);
        if (process == null) {
            throw new IllegalArgumentException("no such process: " + name);
        }
        return process;
    }

    public String baseUrl() {
        return topology.baseUrl();
    }

    public String sandboxUrl() {
        return topology.sandboxUrl();
    }

    public String callbackUrl() {
        return topology.callbackUrl();
    }

    /** Stops everything, the last started first; safe to call twice. */
    @Override
    public void close() {
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
        }
        List<String> latestFirst = new ArrayList<>(names());
        Collections.reverse(latestFirst);
        List<String> services = latestFirst.stream()
                .filter(name -> !List.of("mongo-node", "kafka-node", "elasticsearch-node")
                        .contains(name))
                .toList();
        stop(services);
        stop(latestFirst);
        pids.remove(PidFiles.LAUNCHER);
    }

    private void stop(List<String> names) {
        CompletableFuture.allOf(names.stream()
                        .map(name -> CompletableFuture.runAsync(() -> {
                            process(name).stop();
                            pids.remove(name);
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
