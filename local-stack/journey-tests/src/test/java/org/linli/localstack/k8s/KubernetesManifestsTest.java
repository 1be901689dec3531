package org.linli.localstack.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every overlay renders, contains only fields that Kubernetes knows, and keeps the promises of `k8s/README.md`. */
class KubernetesManifestsTest {

    /** Names that Spring and the JVM read without being mentioned in a configuration file. */
    private static final String FRAMEWORK_NAMES = "(SPRING|SERVER|MANAGEMENT|LOGGING|JAVA)_.*";

    /** Exist for the local profile, or their being empty has a meaning of its own. */
    private static final Set<String> EMPTY_ON_PURPOSE = Set.of(
            "SENSITIVE_WORDS_FILE",
            "CONTRACT_FONT",
            "NACOS_NAMESPACE",
            "MANAGEMENT_PORT",
            "SEARCH_INDEX_PREFIX",
            "JWT_SIGNING_KEY_FILE",
            "FIXED_PHONE_CODES",
            "REDEMPTION_PREVIOUS_KEY",
            "KMS_URL");

    static List<Path> overlays() {
        return Manifests.overlays();
    }

    @Test
    void thereIsAnOverlayToCheck() {
        assertThat(overlays()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anOverlayHasNoUnknownFields(Path overlay) {
        assertThat(StrictReader.read(rendered(overlay)).problems()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anOverlayKeepsEveryPolicy(Path overlay) {
        assertThat(Manifests.policyProblems(clusterOf(overlay))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void anOverlayDeploysEveryServiceThatHasAnImage(Path overlay) {
        Set<String> deployed = clusterOf(overlay).all(Deployment.class).stream()
                .map(deployment -> deployment.getMetadata().getName())
                .collect(Collectors.toSet());
        assertThat(deployed).containsExactlyInAnyOrderElementsOf(Manifests.servicesWithImage());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everySecretAnOverlayNeedsIsDocumentedAndNoOther(Path overlay) {
        var findings = SettingsPolicies.findingsOf(clusterOf(overlay), Manifests.documentedSecrets());
        assertThat(findings.neededSecrets()).containsExactlyInAnyOrderElementsOf(Manifests.documentedSecrets());
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyEnvironmentNameIsReadBySomeone(Path overlay) {
        Cluster cluster = clusterOf(overlay);
        Set<String> readByAny = new HashSet<>();
        for (Map.Entry<String, Set<String>> own :
                SettingsPolicies.ownEnvironment(cluster).entrySet()) {
            Set<String> read = Manifests.placeholdersOf(own.getKey());
            readByAny.addAll(read);
            assertThat(own.getValue())
                    .as("set for %s alone and read by its configuration", own.getKey())
                    .allMatch(name -> name.matches(FRAMEWORK_NAMES) || read.contains(name));
        }
        assertThat(SettingsPolicies.sharedEnvironment(cluster))
                .as("set for all and read by one at least")
                .allMatch(name -> name.matches(FRAMEWORK_NAMES) || readByAny.contains(name));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noServiceFallsBackToAnAddressOfItsOwnMachine(Path overlay) {
        givenEnvironment(overlay)
                .forEach((service, given) -> assertThat(given)
                        .as("addresses given to %s", service)
                        .containsAll(Manifests.localAddressesOf(service)));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noSettingIsLeftEmptyByOversight(Path overlay) {
        givenEnvironment(overlay).forEach((service, given) -> {
            Set<String> empty = new HashSet<>(Manifests.emptyUnlessGiven(service));
            empty.removeAll(given);
            empty.removeAll(EMPTY_ON_PURPOSE);
            assertThat(empty).as("settings of %s without any value", service).isEmpty();
        });
    }

    @Test
    void theBaseNamesTheImagesThatJibBuilds() {
        Cluster base = Manifests.cluster(Manifests.baseText());
        for (Deployment deployment : base.all(Deployment.class)) {
            String service = deployment.getMetadata().getName();
            String built = Manifests.property("image.registry") + "/" + service + ":" + Manifests.projectVersion();
            assertThat(Cluster.containers(deployment).get(0).getImage()).isEqualTo(built);
        }
    }

    private static Map<String, Set<String>> givenEnvironment(Path overlay) {
        Cluster cluster = clusterOf(overlay);
        Map<String, Set<String>> given = SettingsPolicies.ownEnvironment(cluster);
        given.values().forEach(own -> own.addAll(SettingsPolicies.sharedEnvironment(cluster)));
        return given;
    }

    private static Cluster clusterOf(Path overlay) {
        return new Cluster(StrictReader.read(rendered(overlay)).resources());
    }

    private static String rendered(Path overlay) {
        String reason = Kubectl.reasonToSkip();
        assumeTrue(reason.isEmpty(), reason);
        return Kubectl.render(overlay);
    }
}
