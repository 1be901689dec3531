package org.linli.localstack.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each policy turns red when the base breaks it; needs no kubectl. */
class ManifestPoliciesTest {

    private static final String BASE = Manifests.baseText();

    @Test
    void theBaseKeepsEveryPolicy() {
        assertThat(StrictReader.read(BASE).problems()).isEmpty();
        assertThat(Manifests.policyProblems(Manifests.cluster(BASE))).isEmpty();
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "runAsNonRoot: true | runAsNonRoot: false | runAsNonRoot: false (expected: true)",
                "runAsUser: 10001 | runAsUser: 0 | runAsUser: 0 (expected: 10001)",
                "readOnlyRootFilesystem: true | readOnlyRootFilesystem: false | readOnlyRootFilesystem: false",
                "allowPrivilegeEscalation: false | allowPrivilegeEscalation: true | allowPrivilegeEscalation: true",
                "drop: [\"ALL\"] | drop: [\"NET_RAW\"] | capabilities.drop",
                "drop: [\"ALL\"] | add: [\"NET_ADMIN\"] | capabilities.add",
                "type: RuntimeDefault | type: Unconfined | seccompProfile: Unconfined",
                "enableServiceLinks: false | hostNetwork: true | hostNetwork: true",
                "limits: | requests_: | limits.cpu: missing",
                "cpu: 250m | cpu: '3' | request 3 above limit 2",
                ":0.1.0-SNAPSHOT | :latest | tag latest says nothing",
                ":0.1.0-SNAPSHOT | '' | without a tag",
                "startupProbe: | startupProbe_: | startupProbe: missing",
                "path: /actuator/health/readiness | path: / | readinessProbe path: /",
                "port: http\\n            periodSeconds: 10 | port: web\\n            periodSeconds: 10 | livenessProbe port: web",
                "terminationGracePeriodSeconds: 50 | terminationGracePeriodSeconds: 30 | expected: above 40",
                "targetPort: http | targetPort: web | no such port in the pod",
                "type: ClusterIP | type: NodePort | type: NodePort (expected: ClusterIP)",
                "serviceAccountName: loan-service | serviceAccountName: default | serviceAccountName: default",
                "name: linli-platform | name: linli-plattform | no ConfigMap linli-plattform",
                "name: linli-jwt | name: linli-keys | secret linli-keys/signing-key is not documented",
                "mountPath: /tmp | mountPath: /var/tmp | /tmp is not writable",
                "- name: tmp\\n              mountPath | - name: temp\\n              mountPath | no such volume",
                "matchLabels:\\n              kubernetes.io/metadata.name: ingress-nginx | matchLabels: {} | admits a whole namespace",
                "app.kubernetes.io/part-of: linli\\n      ports | app: any\\n      ports | other pods than the platform's",
                "podSelector: {} | podSelector: {matchLabels: {a: b}} | nothing denies ingress by default",
            })
    void aBrokenPolicyIsFound(String correct, String wrong, String problem) {
        assertThat(BASE).contains(correct.replace("\\n", "\n"));
        assertThat(Manifests.policyProblems(Manifests.cluster(broken(correct, wrong))))
                .anyMatch(found -> found.contains(problem));
    }

    @Test
    void aSelectorThatMissesItsPodsIsFound() {
        String selector = "  selector:\n    app.kubernetes.io/name: loan-service";
        assertThat(BASE).contains(selector);
        String broken = BASE.replace(selector, "  selector:\n    app.kubernetes.io/name: loans");
        assertThat(Manifests.policyProblems(Manifests.cluster(broken)))
                .contains(
                        "Deployment loan-service: no Service selects it",
                        "Service loan-service selector: matches 0 Deployments (expected: 1)");
    }

    @Test
    void aSecretInTheManifestsIsFound() {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata:\n  name: linli-jwt\nstringData:\n  signing-key: x\n";
        assertThat(Manifests.policyProblems(Manifests.cluster(BASE + "\n---\n" + secret)))
                .contains("Secret linli-jwt: secrets are never part of the manifests");
    }

    @Test
    void aPlainTextPasswordIsFound() {
        String broken = BASE.replaceFirst("            - name: SERVER_PORT", "            - name: DB_PASSWORD");
        assertThat(Manifests.policyProblems(Manifests.cluster(broken)))
                .anyMatch(found -> found.endsWith("DB_PASSWORD: a secret as plain text"));
    }

    @Test
    void plainTextKeysAreFound() {
        String broken = BASE.replaceFirst("            - name: SERVER_PORT", "            - name: FIELD_KEYS");
        assertThat(Manifests.policyProblems(Manifests.cluster(broken)))
                .anyMatch(found -> found.endsWith("FIELD_KEYS: a secret as plain text"));
    }

    private static String broken(String correct, String wrong) {
        return BASE.replace(correct.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
    }
}
