package org.linli.localstack.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/**
 * The file with the first passwords of new members of staff: for its owner's eyes from its first byte on, and on disk
 * before the next batch is sent, because nobody can ask for them a second time.
 */
final class FirstPasswords {
    private final Path file;

    FirstPasswords(Path file) {
        this.file = file;
    }

    /** @param passwords by user name */
    void add(Map<String, String> passwords) {
        if (passwords.isEmpty()) {
            return;
        }
        try {
            create();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.APPEND, StandardOpenOption.WRITE)) {
                ByteBuffer lines = StandardCharsets.UTF_8.encode(text(passwords));
                while (lines.hasRemaining()) {
                    channel.write(lines);
                }
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void create() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        boolean posix = Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix");
        Set<PosixFilePermission> owner = PosixFilePermissions.fromString("rw-------");
        if (!Files.exists(file)) {
            FileAttribute<?>[] attributes = posix
                    ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
                    : new FileAttribute<?>[0];
            Files.createFile(file, attributes);
            Files.writeString(file, "username,first_password\n");
        } else if (posix) {
            Files.setPosixFilePermissions(file, owner);
        }
    }

    private static String text(Map<String, String> passwords) {
        StringWriter text = new StringWriter();
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        passwords.forEach(csv::writeRecord);
        return text.toString();
    }
}
