package org.linli.localstack.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.linli.localstack.access.AccessTable.Endpoint;

/**
 * Holds a running service against rule P-1: for every endpoint whose scope is {@code organisation}, a thing of one
 * branch is reached from that branch and from head office, and from nowhere else.
 */
public final class ScopeWalk {
    private static final String ORGANISATION = "organisation";

    private final AccessTable table = AccessTable.get();
    private final String service;
    private final String branch;
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final List<Planted<?>> planted = new ArrayList<>();

    /** @param branch where the probes plant, such as {@code /hq/A01/} */
    public ScopeWalk(String service, String branch) {
        this.service = service;
        this.branch = branch;
    }

    /** Plants a thing in the branch and tries to reach it with these grants; answers whether that worked. */
    @FunctionalInterface
    public interface Probe {
        boolean reaches(Map<String, List<String>> grants) throws Exception;
    }

    /** @param endpoint {@code "GET /path/{id}"} */
    public ScopeWalk probe(String endpoint, Probe probe) {
        probes.put(endpoint, probe);
        return this;
    }

    /** These are planted anew for every endpoint, and after every attempt that reached something. */
    public ScopeWalk renewing(Planted<?>... things) {
        planted.addAll(List.of(things));
        return this;
    }

    /** Fails with every finding in one line, so that also the summary of a build names them. */
    public void requireNoFindings() throws Exception {
        List<String> found = findings();
        if (!found.isEmpty()) {
            throw new AssertionError(String.join("; ", found));
        }
    }

    /** @return rows without a probe, probes without a row, and every reach that is wrong */
    public List<String> findings() throws Exception {
        List<String> found = new ArrayList<>();
        TreeSet<String> unknown = new TreeSet<>(probes.keySet());
        for (Endpoint endpoint : table.endpointsOf(service)) {
            if (!endpoint.scope().equals(ORGANISATION)) {
                continue;
            }
            unknown.remove(endpoint.toString());
            Probe probe = probes.get(endpoint.toString());
            if (probe == null) {
                found.add("no probe: " + endpoint);
            } else {
                walk(endpoint, probe, found);
            }
        }
        unknown.forEach(one -> found.add("no such row of scope organisation: " + one));
        return found;
    }

    private void walk(Endpoint endpoint, Probe probe, List<String> found) throws Exception {
        planted.forEach(Planted::wasReached);
        List<String> asked = List.of(scoped(endpoint));
        List<String> others = table.permissions().stream()
                .filter(permission -> !endpoint.permissions().contains(permission))
                .filter(permission -> !permission.startsWith("internal."))
                .toList();
        String alike = branch.substring(0, branch.length() - 1) + "x/";
        String shorter = branch.substring(0, branch.length() - 2) + "/";
        expect(true, "the branch", endpoint, probe, Map.of(branch, asked), found);
        expect(true, "head office", endpoint, probe, Map.of("/hq/", asked), found);
        expect(
                true,
                "two nodes, one of them the branch",
                endpoint,
                probe,
                Map.of("/hq/B/", asked, branch, asked),
                found);
        expect(false, "another branch", endpoint, probe, Map.of("/hq/B/", asked), found);
        expect(false, "two other branches", endpoint, probe, Map.of("/hq/B/", asked, "/hq/C/", asked), found);
        expect(false, "a node below", endpoint, probe, Map.of(branch + "desk/", asked), found);
        expect(false, "a branch whose name begins alike", endpoint, probe, Map.of(alike, asked), found);
        expect(false, "a branch whose name is shorter", endpoint, probe, Map.of(shorter, asked), found);
        expect(false, "the permission outside of the tree", endpoint, probe, Map.of("*", asked), found);
        expect(
                false,
                "another branch, and every other permission here",
                endpoint,
                probe,
                Map.of("/hq/B/", asked, branch, others),
                found);
    }

    /** Of several permissions the one whose holders have a place in the tree: the last one named. */
    private static String scoped(Endpoint endpoint) {
        return endpoint.permissions().get(endpoint.permissions().size() - 1);
    }

    private void expect(
            boolean reach,
            String from,
            Endpoint endpoint,
            Probe probe,
            Map<String, List<String>> grants,
            List<String> found)
            throws Exception {
        boolean reached = probe.reaches(grants);
        if (reached) {
            planted.forEach(Planted::wasReached);
        }
        if (reached != reach) {
            found.add(endpoint + " from " + from + ": " + (reach ? "not reached" : "reached"));
        }
    }
}
