package org.linli.user.access;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What each permission opens, in every service, as {@code access/endpoints.csv} says. */
@Component
public class Endpoints {
    private static final String TABLE = "/access/endpoints.csv";

    /** One of several permissions is enough for an endpoint. */
    private final Map<String, List<String>> byPermission = Permissions.read(TABLE).stream()
            .flatMap(row -> Stream.of(row.getField("permission").split("\\|"))
                    .map(permission -> Map.entry(permission, row.getField("method") + " " + row.getField("path"))))
            .collect(Collectors.groupingBy(
                    Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));

    /** Such as {@code "GET /api/v1/admin/staff"}. */
    public List<String> openedBy(String permission) {
        return byPermission.getOrDefault(permission, List.of());
    }
}
