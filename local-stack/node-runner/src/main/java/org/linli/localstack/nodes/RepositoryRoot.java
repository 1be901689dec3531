package org.linli.localstack.nodes;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where this repository lies, seen from any folder inside of it. */
public final class RepositoryRoot {

    private RepositoryRoot() {}

    /** The nearest folder at or above the working directory that holds {@code platform} or {@code .mvn}. */
    public static Path find() {
        return findFrom(Path.of("").toAbsolutePath());
    }

    static Path findFrom(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("platform")) || Files.isDirectory(folder.resolve(".mvn"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder with 'platform' or '.mvn' at or above " + start);
    }
}
