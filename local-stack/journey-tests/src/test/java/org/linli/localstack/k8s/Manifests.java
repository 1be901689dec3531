package org.linli.localstack.k8s;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.ConfigMapBuilder;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The files under `k8s/` and what the rest of the repository says about them. */
final class Manifests {

    private static final Pattern SECRET_ROW = Pattern.compile("(?m)^\\| `(linli-[a-z-]+)` \\| `([A-Za-z0-9._-]+)` \\|");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]+)(?=(?::([^}]*))?)");
    private static final Pattern DOCUMENT_END = Pattern.compile("(?m)^---.*$");
    private static final Pattern THIS_MACHINE = Pattern.compile(".*(127\\.0\\.0\\.1|localhost).*");

    static final Path ROOT = repositoryRoot();

    private Manifests() {}

    static List<Path> overlays() {
        return list(ROOT.resolve("k8s/overlays"))
                .filter(directory -> Files.exists(directory.resolve("kustomization.yaml")))
                .sorted()
                .toList();
    }

    /** The base without kubectl: its resource files, and the ConfigMap that kustomize would generate. */
    static String baseText() {
        return list(ROOT.resolve("k8s/base"))
                .filter(file -> file.toString().endsWith(".yaml"))
                .filter(file -> !file.endsWith("kustomization.yaml"))
                .sorted()
                .map(Manifests::read)
                .collect(Collectors.joining("\n---\n"));
    }

    static Cluster cluster(String yaml) {
        List<HasMetadata> resources = new ArrayList<>(StrictReader.read(yaml).resources());
        ConfigMap generated = new ConfigMapBuilder()
                .withNewMetadata()
                .withName("linli-platform")
                .endMetadata()
                .addToData("NACOS_ENABLED", "false")
                .build();
        resources.add(generated);
        return new Cluster(resources);
    }

    /** The rows of the table of secrets, as `name/key`. */
    static Set<String> documentedSecrets() {
        return SECRET_ROW
                .matcher(read(ROOT.resolve("k8s/README.md")))
                .results()
                .map(row -> row.group(1) + "/" + row.group(2))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static List<String> policyProblems(Cluster cluster) {
        List<String> problems = new ArrayList<>();
        problems.addAll(PodPolicies.problemsOf(cluster));
        problems.addAll(WiringPolicies.problemsOf(cluster));
        problems.addAll(NetworkPolicies.problemsOf(cluster));
        problems.addAll(
                SettingsPolicies.findingsOf(cluster, documentedSecrets()).problems());
        return problems;
    }

    /** Folders of the services for which Jib defines an image. */
    static Set<String> servicesWithImage() {
        return list(ROOT)
                .filter(folder -> Files.exists(folder.resolve("pom.xml")))
                .filter(folder -> read(folder.resolve("pom.xml")).contains("jib-maven-plugin"))
                .map(folder -> folder.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static String property(String name) {
        var matcher = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</").matcher(read(ROOT.resolve("pom.xml")));
        if (!matcher.find()) {
            throw new IllegalStateException("no property " + name + " in the root pom");
        }
        return matcher.group(1);
    }

    static String projectVersion() {
        var own = Pattern.compile("<artifactId>linli</artifactId>\\s*<version>([^<]+)<")
                .matcher(read(ROOT.resolve("pom.xml")));
        if (!own.find()) {
            throw new IllegalStateException("no version of linli in the root pom");
        }
        return own.group(1);
    }

    /** Every `${NAME...}` that a service's configuration reads outside of the local profile, its own and the shared defaults. */
    static Set<String> placeholdersOf(String service) {
        return placeholders(service).map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that would fall back to an address of the machine itself, which in a pod is never right. */
    static Set<String> localAddressesOf(String service) {
        return placeholders(service)
                .filter(found -> found.group(2) != null
                        && THIS_MACHINE.matcher(found.group(2)).matches())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that stay empty unless they are given. */
    static Set<String> emptyUnlessGiven(String service) {
        return placeholders(service)
                .filter(found -> "".equals(found.group(2)))
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> placeholders(String service) {
        List<Path> sources = new ArrayList<>(List.of(ROOT.resolve(service).resolve("src/main/resources")));
        if (read(ROOT.resolve(service).resolve("pom.xml")).contains("<artifactId>service-starter</artifactId>")) {
            sources.add(ROOT.resolve("service-starter/src/main/resources"));
        }
        return sources.stream()
                .filter(Files::isDirectory)
                .flatMap(Manifests::list)
                .filter(file -> file.toString().matches(".*\\.(yml|yaml|properties)"))
                .flatMap(file -> DOCUMENT_END.splitAsStream(read(file)))
                .filter(document -> !document.contains("on-profile: local"))
                .flatMap(document -> PLACEHOLDER.matcher(document).results());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Stream<Path> list(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path repositoryRoot() {
        Path candidate = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(candidate.resolve("k8s/base"))) {
            candidate = candidate.getParent();
            if (candidate == null) {
                throw new IllegalStateException(
                        "no k8s/base above " + Path.of("").toAbsolutePath());
            }
        }
        return candidate;
    }
}
