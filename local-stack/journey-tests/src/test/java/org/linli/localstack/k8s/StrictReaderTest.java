package org.linli.localstack.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader is strict: each mistake below, made in an otherwise correct file, is found. */
class StrictReaderTest {

    private static final String FILE = Manifests.read(Manifests.ROOT.resolve("k8s/base/merchant-service.yaml"));

    @Test
    void theFileItselfIsCorrect() {
        assertThat(StrictReader.read(FILE).problems()).isEmpty();
        assertThat(StrictReader.read(FILE).resources()).hasSize(5);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "readOnlyRootFilesystem: true | readonlyRootFilesystem: true | readonlyRootFilesystem: unknown field",
                "automountServiceAccountToken: false | automountServiceAccounttoken: false | unknown field",
                "maxUnavailable: 1 | maxUnavailble: 1 | maxUnavailble: unknown field",
                "podSelector: | podSelectors: | podSelectors: unknown field",
                "matchLabels: | matchLabel: | matchLabel: unknown field",
                "secretKeyRef: | secretRef: | secretRef: unknown field",
                "kind: Service | kind: Serivce | this kind is not known here",
                "apiVersion: apps/v1 | apiVersion: apps/v1beta2 | this kind is not known here",
                "replicas: 1 | replicas: one | replicas",
                "replicas: 1 | replicas: '1' | replicas",
                "value: \"8081\" | value: 8081 | Integer",
                "allowPrivilegeEscalation: false | allowPrivilegeEscalation: 'no' | allowPrivilegeEscalation",
                "drop: [\"ALL\"] | drop: ALL | drop",
                "protocol: TCP | protocol: TPC | TPC (expected: one of",
                "type: RuntimeDefault | type: runtimeDefault | runtimeDefault (expected: one of",
                "- name: http | - nam: http | nam: unknown field",
                "path: /actuator/health/liveness | paths: /actuator/health/liveness | path: missing",
                "mountPath: /tmp | mountPath: | mountPath: missing",
                "revisionHistoryLimit: 5 | replicas: 5 | not readable as YAML",
                "memory: 512Mi | memory: plenty | memory",
            })
    void aMistakeIsFound(String correct, String wrong, String problem) {
        assertThat(FILE).contains(correct);
        String broken = FILE.replace(correct, wrong);
        assertThat(StrictReader.read(broken).problems()).anyMatch(found -> found.contains(problem));
    }

    @Test
    void aProbeThatSlippedFromTheContainerToThePodIsFound() {
        String broken =
                FILE.replace("      volumes:\n", "      livenessProbe:\n        periodSeconds: 10\n      volumes:\n");
        assertThat(StrictReader.read(broken).problems())
                .containsExactly(
                        "apps/v1/Deployment merchant-service .spec.template.spec.livenessProbe: unknown field");
    }

    @Test
    void containersThatSlippedOneLevelUpAreFound() {
        String broken = FILE.replaceFirst("(?m)^    spec:\n      serviceAccountName", "    serviceAccountName");
        assertThat(broken).isNotEqualTo(FILE);
        assertThat(StrictReader.read(broken).problems()).isNotEmpty();
    }

    @Test
    void anOldKubectlIsNamedInsteadOfUsed() {
        assertThat(Kubectl.reasonToSkip("{\"gitVersion\": \"v1.20.2\"}")).contains("kubectl is 1.20 (expected: 1.21");
        assertThat(Kubectl.reasonToSkip("{\"gitVersion\": \"v1.21.0\"}")).isEmpty();
        assertThat(Kubectl.reasonToSkip("{}")).contains("does not tell its version");
    }
}
