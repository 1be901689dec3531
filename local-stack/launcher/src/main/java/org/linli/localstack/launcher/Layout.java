package org.linli.localstack.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where things are.
 *
 * @param root the checkout
 * @param build laid-out services, made by {@code prepare}
 * @param state everything that belongs to one running platform: data, logs, process files, secrets
 */
public record Layout(Path root, Path build, Path state) {

    /** The checkout around the working directory, with its state in {@code .local}. */
    public static Layout ofCheckout() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("platform"))) {
            root = root.getParent();
            if (root == null) {
                throw new PlatformException("not inside a checkout: no file named platform here or above");
            }
        }
        return new Layout(root, root.resolve(".local/build"), root.resolve(".local"));
    }

    /** The same build with its state elsewhere: several platforms can run beside each other. */
    public Layout withState(Path elsewhere) {
        return new Layout(root, build, elsewhere);
    }

    Path data(String process) {
        return state.resolve("data").resolve(process);
    }

    Path log(String process) {
        return state.resolve("logs").resolve(process + ".log");
    }

    Path run() {
        return state.resolve("run");
    }

    Path demoFile() {
        return state.resolve("demo.json");
    }

    Path seeded() {
        return state.resolve("data").resolve("demo-merchants.json");
    }
}
