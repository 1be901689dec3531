package org.linli.starter.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;

/** Files of one machine, spread over folders so that none has a million. */
class FileStorage implements ObjectStorage {
    private static final Pattern KEY = Pattern.compile("[a-z0-9]{8,64}");
    private static final String NAME = "stored files";

    private final Path root;
    private final String suffix;

    FileStorage(Path root, String suffix) {
        this.root = root.toAbsolutePath().normalize();
        this.suffix = suffix;
    }

    @Override
    public void put(String key, byte[] content) {
        Path target = fileOf(key);
        Path half = target.resolveSibling(key + "." + Ids.next() + ".tmp");
        try {
            Files.createDirectories(target.getParent());
            try (FileChannel file = FileChannel.open(half, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(content);
                while (rest.hasRemaining()) {
                    file.write(rest);
                }
                file.force(true);
            }
            Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new DependencyUnavailableException(NAME, e);
        }
    }

    @Override
    public Optional<byte[]> get(String key) {
        try {
            return Optional.of(Files.readAllBytes(fileOf(key)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new DependencyUnavailableException(NAME, e);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(fileOf(key));
        } catch (IOException e) {
            throw new DependencyUnavailableException(NAME, e);
        }
    }

    private Path fileOf(String key) {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("key: " + key + " (expected: lower-case letters and digits)");
        }
        return root.resolve(key.substring(key.length() - 2)).resolve(key + suffix);
    }
}
