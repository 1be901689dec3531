package org.linli.localstack.access;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.linli.localstack.nodes.RepositoryRoot;

/** Who may what, and which endpoint asks for what, read from the tables in user-service. */
public final class AccessTable {
    /** Everyone may call it, also without a token. */
    public static final String OPEN = "open";

    /** Everyone with a token may. */
    public static final String LOGGED_IN = "logged-in";

    private static final AccessTable TABLE = new AccessTable();

    /**
     * One endpoint.
     *
     * @param permissions one of these is asked for; or {@link #OPEN}, or {@link #LOGGED_IN}
     * @param scope {@code organisation}, {@code merchant}, {@code self}, {@code service} or {@code -}
     */
    public record Endpoint(String service, String method, String path, List<String> permissions, String scope) {
        public boolean isOpen() {
            return permissions.contains(OPEN);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private final Map<String, Set<String>> rolesByPermission = new LinkedHashMap<>();
    private final List<Endpoint> endpoints;

    private AccessTable() {
        Path folder = RepositoryRoot.find().resolve("user-service/src/main/resources/access");
        rows(folder.resolve("permissions.csv"))
                .forEach(row -> rolesByPermission.put(
                        row.getField("permission"),
                        new TreeSet<>(List.of(row.getField("roles").split(" ")))));
        endpoints = rows(folder.resolve("endpoints.csv")).stream()
                .map(row -> new Endpoint(
                        row.getField("service"),
                        row.getField("method"),
                        row.getField("path"),
                        Arrays.asList(row.getField("permission").split("\\|")),
                        row.getField("scope")))
                .toList();
    }

    public static AccessTable get() {
        return TABLE;
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file);
                Stream<NamedCsvRecord> rows = reader.stream()) {
            return rows.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    public List<Endpoint> endpointsOf(String service) {
        return endpoints.stream().filter(row -> row.service().equals(service)).toList();
    }

    /** Every role of people; services appear as {@code service:<name>}. */
    public Set<String> roles() {
        return rolesByPermission.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> permissionsOf(String role) {
        return rolesByPermission.entrySet().stream()
                .filter(entry -> entry.getValue().contains(role))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public Set<String> permissions() {
        return rolesByPermission.keySet();
    }

    public boolean allows(Endpoint endpoint, String role) {
        return endpoint.permissions().contains(LOGGED_IN)
                || endpoint.permissions().stream()
                        .anyMatch(permission -> rolesByPermission
                                .getOrDefault(permission, Set.of())
                                .contains(role));
    }

    /** The claim {@code may} of a token: what the roles may at this place of the tree; {@code *} for outside of it. */
    public Map<String, List<String>> grants(String place, String... roles) {
        return Map.of(
                place,
                Arrays.stream(roles)
                        .flatMap(role -> permissionsOf(role).stream())
                        .distinct()
                        .sorted()
                        .toList());
    }
}
