package org.linli.localstack.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.linli.localstack.access.AccessTable.Endpoint;

/** Holds a running service against the table: every endpoint, with every role and none. */
public final class AccessWalk {
    private final AccessTable table = AccessTable.get();
    private final String service;

    public AccessWalk(String service) {
        this.service = service;
    }

    /** Calls an endpoint as someone of this role, null for nobody, and answers the status. */
    @FunctionalInterface
    public interface Call {
        int status(String method, String path, @Nullable String role) throws Exception;
    }

    /**
     * Compares what the service maps with what the table lists.
     *
     * @param mapped {@code "GET /path/{id}"}
     * @return what is on one side only
     */
    public List<String> differences(Collection<String> mapped) {
        Set<String> listed =
                table.endpointsOf(service).stream().map(Endpoint::toString).collect(Collectors.toSet());
        List<String> found = new ArrayList<>();
        mapped.stream().filter(one -> !listed.contains(one)).forEach(one -> found.add("not in the table: " + one));
        listed.stream().filter(one -> !mapped.contains(one)).forEach(one -> found.add("not in the service: " + one));
        table.endpointsOf(service).stream()
                .flatMap(endpoint -> endpoint.permissions().stream())
                .filter(name -> !name.equals(AccessTable.OPEN) && !name.equals(AccessTable.LOGGED_IN))
                .filter(name -> !table.permissions().contains(name))
                .forEach(name -> found.add("no such permission: " + name));
        return found;
    }

    /** @return every answer that is not what the table says; a path variable becomes {@code none} */
    public List<String> violations(Call call) throws Exception {
        List<String> found = new ArrayList<>();
        List<@Nullable String> callers = new ArrayList<>(table.roles());
        callers.add(null);
        for (Endpoint endpoint : table.endpointsOf(service)) {
            for (String role : callers) {
                String path = endpoint.path().replaceAll("\\{[^/]+}", "none");
                int status = call.status(endpoint.method(), path, role);
                String wrong = wrong(endpoint, role, status);
                if (wrong != null) {
                    found.add(
                            endpoint + " as " + Objects.toString(role, "nobody") + ": " + status + " (" + wrong + ")");
                }
            }
        }
        return found;
    }

    private @Nullable String wrong(Endpoint endpoint, @Nullable String role, int status) {
        if (status >= 500) {
            return "an error of ours";
        }
        if (endpoint.isOpen()) {
            return status == 403 ? "expected: open" : null;
        }
        if (role == null) {
            return status == 401 ? null : "expected: 401";
        }
        if (table.allows(endpoint, role)) {
            return status == 401 || status == 403 && !endpoint.scope().equals("organisation")
                    ? "expected: let in"
                    : null;
        }
        return status == 403 ? null : "expected: 403";
    }
}
