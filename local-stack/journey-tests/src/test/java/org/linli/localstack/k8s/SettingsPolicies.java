package org.linli.localstack.k8s;

import static org.linli.localstack.k8s.Cluster.named;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where settings come from: ConfigMaps that exist, Secrets that are documented (and never contained). */
final class SettingsPolicies {

    /** What is wrong, and every secret key the cluster needs as `name/key`. */
    record Findings(List<String> problems, Set<String> neededSecrets) {}

    private final Cluster cluster;
    private final Set<String> documentedSecrets;
    private final Set<String> usedSecrets = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    private SettingsPolicies(Cluster cluster, Set<String> documentedSecrets) {
        this.cluster = cluster;
        this.documentedSecrets = documentedSecrets;
    }

    /**
     * @param documentedSecrets as `name/key`
     */
    static Findings findingsOf(Cluster cluster, Set<String> documentedSecrets) {
        SettingsPolicies policies = new SettingsPolicies(cluster, documentedSecrets);
        for (Secret secret : cluster.all(Secret.class)) {
            policies.problems.add(named(secret) + ": secrets are never part of the manifests");
        }
        for (Deployment deployment : cluster.all(Deployment.class)) {
            Cluster.containers(deployment).forEach(container -> policies.checkContainer(deployment, container));
        }
        for (Ingress ingress : cluster.all(Ingress.class)) {
            for (IngressTLS tls : ingress.getSpec().getTls()) {
                policies.useSecret(named(ingress), tls.getSecretName(), "tls.crt");
                policies.useSecret(named(ingress), tls.getSecretName(), "tls.key");
            }
        }
        return new Findings(policies.problems, policies.usedSecrets);
    }

    /** Names of the variables that each Deployment sets for itself. */
    static Map<String, Set<String>> ownEnvironment(Cluster cluster) {
        Map<String, Set<String>> names = new TreeMap<>();
        for (Deployment deployment : cluster.all(Deployment.class)) {
            Set<String> own = names.computeIfAbsent(deployment.getMetadata().getName(), name -> new TreeSet<>());
            Cluster.containers(deployment)
                    .forEach(container -> container.getEnv().forEach(variable -> own.add(variable.getName())));
        }
        return names;
    }

    /** Names of the variables that every Deployment gets from the shared ConfigMap. */
    static Set<String> sharedEnvironment(Cluster cluster) {
        return cluster.all(ConfigMap.class).stream()
                .flatMap(map -> map.getData().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void checkContainer(Deployment deployment, Container container) {
        String label = named(deployment) + " container " + container.getName();
        for (EnvFromSource source : container.getEnvFrom()) {
            require(label + " envFrom: a whole Secret (expected: single keys)", source.getSecretRef() == null);
            if (source.getConfigMapRef() != null) {
                String name = source.getConfigMapRef().getName();
                require(
                        label + ": no ConfigMap " + name,
                        cluster.find(ConfigMap.class, name).isPresent());
            }
        }
        container.getEnv().forEach(variable -> checkVariable(label + " " + variable.getName(), variable));
        Map<String, Long> counts =
                container.getEnv().stream().collect(Collectors.groupingBy(EnvVar::getName, Collectors.counting()));
        counts.forEach((name, count) -> require(label + " " + name + ": set " + count + " times", count == 1));
        checkMounts(label, deployment, container);
    }

    private void checkVariable(String label, EnvVar variable) {
        var source = variable.getValueFrom();
        if (source == null) {
            boolean sensitive = variable.getName().matches(".*(SECRET|PASSWORD|TOKEN|KEY)S?$");
            require(label + ": a secret as plain text", !sensitive);
            return;
        }
        if (source.getSecretKeyRef() != null) {
            useSecret(
                    label,
                    source.getSecretKeyRef().getName(),
                    source.getSecretKeyRef().getKey());
        }
        if (source.getConfigMapKeyRef() != null) {
            String map = source.getConfigMapKeyRef().getName();
            String key = source.getConfigMapKeyRef().getKey();
            boolean exists = cluster.find(ConfigMap.class, map)
                    .filter(found -> found.getData().containsKey(key))
                    .isPresent();
            require(label + ": no key " + key + " in ConfigMap " + map, exists);
        }
    }

    private void checkMounts(String label, Deployment deployment, Container container) {
        List<Volume> volumes = Cluster.pod(deployment).getVolumes();
        Set<String> declared = volumes.stream().map(Volume::getName).collect(Collectors.toSet());
        container
                .getVolumeMounts()
                .forEach(mount -> require(
                        label + " volumeMount " + mount.getName() + ": no such volume",
                        declared.contains(mount.getName())));
        boolean writableTmp = container.getVolumeMounts().stream()
                .anyMatch(mount -> mount.getMountPath().equals("/tmp"));
        require(label + ": /tmp is not writable", writableTmp);
        for (Volume volume : volumes) {
            if (volume.getSecret() != null) {
                volume.getSecret()
                        .getItems()
                        .forEach(item -> useSecret(label, volume.getSecret().getSecretName(), item.getKey()));
            }
            if (volume.getConfigMap() != null) {
                String name = volume.getConfigMap().getName();
                require(
                        label + ": no ConfigMap " + name,
                        cluster.find(ConfigMap.class, name).isPresent());
            }
        }
    }

    private void useSecret(String label, String name, String key) {
        String reference = name + "/" + key;
        usedSecrets.add(reference);
        require(label + ": secret " + reference + " is not documented", documentedSecrets.contains(reference));
    }

    private void require(String problem, boolean holds) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
