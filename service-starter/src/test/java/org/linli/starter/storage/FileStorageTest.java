package org.linli.starter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;

class FileStorageTest extends StorageContract {
    @TempDir
    Path folder;

    private FileStorage files;

    @BeforeEach
    void open() {
        files = new FileStorage(folder, ".jpg");
    }

    @Override
    ObjectStorage storage() {
        return files;
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a/b", "", "ABCDEFGHIJ", "0hq5v2t7k9m0\u0000"})
    void a_key_never_leaves_the_folder(String key) {
        assertThatThrownBy(() -> files.get(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_half_written_is_left_behind() throws Exception {
        files.put(Ids.next(), new byte[100]);
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile))
                    .singleElement()
                    .asString()
                    .endsWith(".jpg");
        }
    }

    @Test
    void a_folder_that_cannot_be_written_is_a_dependency_that_is_away() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        FileStorage broken = new FileStorage(file, "");
        assertThatThrownBy(() -> broken.put(Ids.next(), new byte[1]))
                .isInstanceOf(DependencyUnavailableException.class);
    }
}
