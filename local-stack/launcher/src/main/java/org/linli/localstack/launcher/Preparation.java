package org.linli.localstack.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Lays each service's jar out on disk and writes its class-data archive (AppCDS) in a training run that ends after the
 * context is there; the training needs no broker, store or index. A service without archive starts too, only slower.
 */
final class Preparation {
    static final String ARCHIVE = "app.jsa";
    private static final String COMPLETE = "complete";
    private static final int AT_A_TIME = 2;

    private final Layout layout;
    private final Consumer<String> progress;

    Preparation(Layout layout, Consumer<String> progress) {
        this.layout = layout;
        this.progress = progress;
    }

    void run() {
        List<String> names = new ArrayList<>(Topology.SERVICES);
        names.add("sandbox");
        ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<Future<?>> all = new ArrayList<>();
            names.forEach(name -> all.add(workers.submit(() -> prepare(name))));
            for (Future<?> each : all) {
                each.get();
            }
            deleteOldVersions(names);
        } catch (ExecutionException e) {
            throw new PlatformException("preparation failed: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PlatformException("interrupted");
        } finally {
            workers.shutdownNow();
        }
    }

    private void prepare(String name) {
        Path jar = jarOf(name);
        // A folder of its own for every version: a platform that runs from the one before is not disturbed.
        Path home = layout.build().resolve(name + "-" + fingerprint(jar));
        if (Files.exists(home.resolve(COMPLETE))) {
            write(current(layout, name), home.getFileName().toString());
            return;
        }
        deleteTree(home);
        run(
                name,
                layout.root(),
                Map.of(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                home.toString(),
                "--force");
        Path application = home.resolve(name + ".jar");
        try {
            Files.move(home.resolve(jar.getFileName()), application);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(
                name,
                home,
                Map.of("SPRING_PROFILES_ACTIVE", "local", "SERVER_PORT", "0", "SERVICE_SECRET", "training"),
                "-XX:ArchiveClassesAtExit=" + home.resolve(ARCHIVE),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:cds=off",
                "-Dspring.context.exit=onRefresh",
                "-jar",
                application.toString());
        write(home.resolve(COMPLETE), "");
        write(current(layout, name), home.getFileName().toString());
        progress.accept("prepared " + name + (Files.exists(home.resolve(ARCHIVE)) ? "" : " (without class archive)"));
    }

    private static Path current(Layout layout, String name) {
        return layout.build().resolve(name + ".current");
    }

    /** Where a service lies ready to run. */
    static Path homeOf(Layout layout, String name) {
        try {
            return layout.build().resolve(Files.readString(current(layout, name)));
        } catch (IOException e) {
            throw new PlatformException(name + " is not prepared; run ./platform build");
        }
    }

    private void deleteOldVersions(List<String> names) {
        if (new PidFiles(layout.run()).running(PidFiles.LAUNCHER).isPresent()) {
            return;
        }
        List<Path> kept = names.stream().map(name -> homeOf(layout, name)).toList();
        try (Stream<Path> folders = Files.list(layout.build())) {
            folders.filter(Files::isDirectory)
                    .filter(folder -> !kept.contains(folder))
                    .forEach(Preparation::deleteTree);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The archive fits one jar and one Java runtime. */
    private static String fingerprint(Path jar) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
            try (InputStream bytes = new DigestInputStream(Files.newInputStream(jar), digest)) {
                bytes.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path jarOf(String name) {
        Path module = name.equals("sandbox")
                ? layout.root().resolve("local-stack/sandbox")
                : layout.root().resolve(name);
        try (Stream<Path> files = Files.list(module.resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().matches(name + "-[^/]*\\.jar"))
                    .filter(file -> !file.toString().contains("-sources"))
                    .findFirst()
                    .orElseThrow(() -> new PlatformException(name + " is not built; run ./platform build"));
        } catch (IOException e) {
            throw new PlatformException(name + " is not built; run ./platform build");
        }
    }

    /** Exit codes do not matter: a training run may end early for want of a store, and still leaves its archive. */
    private void run(String name, Path directory, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Path log = layout.state().resolve("logs").resolve("prepare-" + name + ".log");
        try {
            Files.createDirectories(log.getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void deleteTree(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
