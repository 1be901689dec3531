package org.linli.localstack.k8s;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kubectl of this machine, used only to render; no cluster is ever contacted. */
final class Kubectl {

    private static final Pattern VERSION = Pattern.compile("\"gitVersion\":\\s*\"v(\\d+)\\.(\\d+)");
    private static final int OLDEST_MINOR = 21;
    private static final long TIMEOUT_SECONDS = 60;

    private Kubectl() {}

    /** Empty when overlays can be rendered here, otherwise why not. */
    static String reasonToSkip() {
        String answer;
        try {
            answer = run(List.of("kubectl", "version", "--client", "--output=json"));
        } catch (IOException | IllegalStateException absent) {
            return "kubectl cannot be run here (" + absent.getMessage() + "): overlays are not rendered";
        }
        return reasonToSkip(answer);
    }

    static String reasonToSkip(String versionAnswer) {
        Matcher version = VERSION.matcher(versionAnswer);
        if (!version.find()) {
            return "kubectl does not tell its version (expected: 1." + OLDEST_MINOR + " or newer)";
        }
        boolean newEnough =
                Integer.parseInt(version.group(1)) > 1 || Integer.parseInt(version.group(2)) >= OLDEST_MINOR;
        return newEnough
                ? ""
                : "kubectl is " + version.group(1) + "." + version.group(2) + " (expected: 1." + OLDEST_MINOR
                        + " or newer): overlays are not rendered";
    }

    static String render(Path overlay) {
        try {
            return run(List.of("kubectl", "kustomize", overlay.toString()));
        } catch (IOException failure) {
            throw new IllegalStateException("kubectl could not be started", failure);
        }
    }

    private static String run(List<String> command) throws IOException {
        Path output = Files.createTempFile("kubectl", ".out");
        Path errors = Files.createTempFile("kubectl", ".err");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException(command + " did not end within " + TIMEOUT_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IllegalStateException(command + ": " + Files.readString(errors, StandardCharsets.UTF_8));
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(command + " was interrupted", interrupted);
        } finally {
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
