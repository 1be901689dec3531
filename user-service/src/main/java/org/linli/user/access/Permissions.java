package org.linli.user.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** All permissions there are, and those of the built-in roles, as {@code access/permissions.csv} says. */
@Component
public class Permissions {
    private static final String TABLE = "/access/permissions.csv";

    private final Map<String, Permission> byName = new LinkedHashMap<>();
    private final Map<String, Set<String>> byRole;

    Permissions() {
        read(TABLE)
                .forEach(row -> byName.put(
                        row.getField("permission"),
                        new Permission(
                                row.getField("permission"),
                                row.getField("zh"),
                                row.getField("en"),
                                List.of(row.getField("roles").split(" ")))));
        byRole = byName.values().stream()
                .flatMap(permission -> permission.roles().stream().map(role -> Map.entry(role, permission.name())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toCollection(TreeSet::new))));
    }

    static List<NamedCsvRecord> read(String resource) {
        try (Reader text = new InputStreamReader(
                        Objects.requireNonNull(Permissions.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text);
                Stream<NamedCsvRecord> stream = rows.stream()) {
            return stream.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    public Collection<Permission> all() {
        return List.copyOf(byName.values());
    }

    public Optional<Permission> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a built-in role may; nothing for a name that is none. */
    public Set<String> ofRole(String role) {
        return Set.copyOf(byRole.getOrDefault(role, Set.of()));
    }

    /** What another service may. */
    public Set<String> ofService(String service) {
        return ofRole("service:" + service);
    }
}
