package org.linli.localstack.nodes;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How to start one Java process; may be started again after the process has ended.
 *
 * @param target what {@code java} runs: {@code -cp PATH Main} or {@code -jar FILE}
 * @param environment added to this process's environment
 */
public record NodeCommand(
        String name,
        List<String> jvmFlags,
        List<String> target,
        List<String> arguments,
        Map<String, String> environment,
        Path workingDirectory,
        Path logFile,
        Readiness readiness) {

    /** The serial collector and the quick compiler: half the memory and CPU of the defaults in a small process. */
    private static final List<String> SMALL_JVM = List.of(
            "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError", "-Dfile.encoding=UTF-8");

    public NodeCommand {
        jvmFlags = List.copyOf(jvmFlags);
        target = List.copyOf(target);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** A main class of a module of this repository that copies its dependencies to {@code target/lib}. */
    public static NodeCommand ofModule(Path module, String mainClass, Path logFile) {
        String name = module.getFileName().toString();
        String classPath = jarOf(module) + File.pathSeparator + module.resolve("target/lib") + "/*";
        return of(name, List.of("-cp", classPath, mainClass), module, logFile);
    }

    /** An executable jar. */
    public static NodeCommand ofJar(String name, Path jar, Path logFile) {
        if (!Files.isRegularFile(jar)) {
            throw notBuilt(jar);
        }
        Path absolute = jar.toAbsolutePath();
        return of(name, List.of("-jar", absolute.toString()), absolute.resolveSibling("."), logFile);
    }

    private static NodeCommand of(String name, List<String> target, Path workingDirectory, Path logFile) {
        return new NodeCommand(name, SMALL_JVM, target, List.of(), Map.of(), workingDirectory, logFile, () -> true);
    }

    private static Path jarOf(Path module) {
        Path folder = module.resolve("target");
        String prefix = module.getFileName() + "-";
        if (Files.isDirectory(folder.resolve("lib"))) {
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> isJarOf(prefix, file.getFileName().toString()))
                        .findFirst()
                        .orElseThrow(() -> notBuilt(folder.resolve(prefix + "*.jar")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw notBuilt(folder.resolve("lib"));
    }

    private static boolean isJarOf(String prefix, String file) {
        return file.startsWith(prefix) && file.endsWith(".jar") && !file.contains("-sources");
    }

    private static IllegalStateException notBuilt(Path missing) {
        return new IllegalStateException(missing + " is missing: run './platform build' (or 'mvn package') first");
    }

    public NodeCommand withJvmFlags(String... flags) {
        return new NodeCommand(
                name, joined(jvmFlags, flags), target, arguments, environment, workingDirectory, logFile, readiness);
    }

    public NodeCommand withArguments(String... more) {
        return new NodeCommand(
                name, jvmFlags, target, joined(arguments, more), environment, workingDirectory, logFile, readiness);
    }

    public NodeCommand withEnvironment(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(environment);
        all.putAll(more);
        return new NodeCommand(name, jvmFlags, target, arguments, all, workingDirectory, logFile, readiness);
    }

    /** The same program under another name, with a log of its own. */
    public NodeCommand named(String other) {
        return new NodeCommand(
                other,
                jvmFlags,
                target,
                arguments,
                environment,
                workingDirectory,
                logFile.resolveSibling(other + ".log"),
                readiness);
    }

    public NodeCommand inDirectory(Path directory) {
        return new NodeCommand(name, jvmFlags, target, arguments, environment, directory, logFile, readiness);
    }

    public NodeCommand readyWhen(Readiness question) {
        return new NodeCommand(name, jvmFlags, target, arguments, environment, workingDirectory, logFile, question);
    }

    /** The process will end as soon as this one does, however this one ends. Only this repository's nodes listen to it. */
    public NodeCommand endingWithThisProcess() {
        return withArguments(
                "--parent-pid", String.valueOf(ProcessHandle.current().pid()));
    }

    /** Starts the process and returns at once; see {@link NodeProcess#awaitReady}. */
    public NodeProcess start() {
        return NodeProcess.start(this);
    }

    List<String> commandLine() {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmFlags);
        line.addAll(target);
        line.addAll(arguments);
        return line;
    }

    private static List<String> joined(List<String> first, String... second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(List.of(second));
        return all;
    }
}
