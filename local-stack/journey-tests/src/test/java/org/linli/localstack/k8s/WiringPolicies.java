package org.linli.localstack.k8s;

import static org.linli.localstack.k8s.Cluster.named;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.HTTPIngressPath;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Things that point at each other have to meet: selectors and labels, ports and names, scalers and what they scale. */
final class WiringPolicies {

    private final Cluster cluster;
    private final List<String> problems = new ArrayList<>();

    private WiringPolicies(Cluster cluster) {
        this.cluster = cluster;
    }

    static List<String> problemsOf(Cluster cluster) {
        WiringPolicies policies = new WiringPolicies(cluster);
        policies.checkNamesAreUnique();
        cluster.all(Deployment.class).forEach(policies::checkDeployment);
        cluster.all(Service.class).forEach(policies::checkService);
        cluster.all(PodDisruptionBudget.class).forEach(policies::checkBudget);
        cluster.all(HorizontalPodAutoscaler.class).forEach(policies::checkScaler);
        cluster.all(Ingress.class).forEach(policies::checkIngress);
        return policies.problems;
    }

    private void checkNamesAreUnique() {
        Map<String, Long> counts =
                cluster.resources().stream().collect(Collectors.groupingBy(Cluster::named, Collectors.counting()));
        counts.forEach((name, count) -> require(name + ": declared " + count + " times", count == 1));
        var namespaces = cluster.resources().stream()
                .filter(resource -> !(resource instanceof Namespace))
                .map(resource -> String.valueOf(resource.getMetadata().getNamespace()))
                .collect(Collectors.toSet());
        require("namespaces: " + namespaces + " (expected: one)", namespaces.size() <= 1);
    }

    private void checkDeployment(Deployment deployment) {
        String label = named(deployment);
        Map<String, String> selector = deployment.getSpec().getSelector().getMatchLabels();
        require(
                label + " selector " + selector + ": does not match its own pods",
                Cluster.matches(selector, Cluster.podLabels(deployment)));
        require(
                label + " selector " + selector + ": takes pods of another Deployment",
                cluster.selectedBy(selector).size() <= 1);
        Cluster.pod(deployment)
                .getTopologySpreadConstraints()
                .forEach(spread -> require(
                        label + " topologySpreadConstraints: counts other pods than its own",
                        spread.getLabelSelector() != null
                                && Cluster.matches(
                                        spread.getLabelSelector().getMatchLabels(), Cluster.podLabels(deployment))));
        String account = Cluster.pod(deployment).getServiceAccountName();
        boolean declared = account != null
                && cluster.find(ServiceAccount.class, account)
                        .filter(found -> Boolean.FALSE.equals(found.getAutomountServiceAccountToken()))
                        .isPresent();
        require(label + " serviceAccountName: " + account + " (expected: declared, without token)", declared);
        require(label + ": no Service selects it", selecting(Service.class, deployment) == 1);
        require(label + ": no PodDisruptionBudget covers it", selecting(PodDisruptionBudget.class, deployment) == 1);
    }

    private long selecting(Class<? extends HasMetadata> type, Deployment deployment) {
        return cluster.all(type).stream()
                .filter(resource -> Cluster.matches(selectorOf(resource), Cluster.podLabels(deployment)))
                .count();
    }

    private static Map<String, String> selectorOf(HasMetadata resource) {
        if (resource instanceof Service service) {
            return service.getSpec().getSelector();
        }
        LabelSelector selector = ((PodDisruptionBudget) resource).getSpec().getSelector();
        return selector == null ? Map.of() : selector.getMatchLabels();
    }

    private void checkService(Service service) {
        String label = named(service);
        List<Deployment> targets = cluster.selectedBy(service.getSpec().getSelector());
        require(label + " selector: matches " + targets.size() + " Deployments (expected: 1)", targets.size() == 1);
        expectClusterInternal(label, service);
        for (ServicePort port : service.getSpec().getPorts()) {
            for (Deployment target : targets) {
                require(
                        label + " targetPort " + port.getTargetPort().getValue() + ": no such port in the pod",
                        Cluster.containers(target).stream().anyMatch(container -> offers(container, port)));
            }
        }
    }

    private void expectClusterInternal(String label, Service service) {
        String type = service.getSpec().getType();
        require(label + " type: " + type + " (expected: ClusterIP)", type == null || type.equals("ClusterIP"));
    }

    private static boolean offers(Container container, ServicePort wanted) {
        Object target = wanted.getTargetPort().getValue();
        for (ContainerPort port : container.getPorts()) {
            if (target.equals(port.getName()) || target.equals(port.getContainerPort())) {
                return true;
            }
        }
        return false;
    }

    private void checkBudget(PodDisruptionBudget budget) {
        List<Deployment> covered = cluster.selectedBy(selectorOf(budget));
        require(named(budget) + ": covers " + covered.size() + " Deployments (expected: 1)", covered.size() == 1);
    }

    private void checkScaler(HorizontalPodAutoscaler scaler) {
        String name = scaler.getSpec().getScaleTargetRef().getName();
        var target = cluster.find(Deployment.class, name);
        require(named(scaler) + " scaleTargetRef: no Deployment " + name, target.isPresent());
        require(
                named(scaler) + ": Deployment " + name + " also sets replicas; every apply would undo the scaler",
                target.isEmpty() || target.get().getSpec().getReplicas() == null);
        Integer least = scaler.getSpec().getMinReplicas();
        require(
                named(scaler) + " minReplicas: " + least + " (expected: at most maxReplicas)",
                least != null && least <= scaler.getSpec().getMaxReplicas());
    }

    private void checkIngress(Ingress ingress) {
        ingress.getSpec()
                .getRules()
                .forEach(rule -> rule.getHttp().getPaths().forEach(path -> {
                    require(named(ingress) + " backend: no such Service and port in " + path, backendExists(path));
                    String backend = path.getBackend().getService().getName();
                    require(
                            named(ingress) + " backend: " + backend + " (expected: gateway)",
                            backend.equals("gateway"));
                }));
        var secured = ingress.getSpec().getTls().stream()
                .flatMap(tls -> tls.getHosts().stream())
                .toList();
        ingress.getSpec()
                .getRules()
                .forEach(rule -> require(
                        named(ingress) + " host " + rule.getHost() + ": without TLS",
                        secured.contains(rule.getHost())));
    }

    private boolean backendExists(HTTPIngressPath path) {
        var backend = path.getBackend().getService();
        return cluster.find(Service.class, backend.getName()).stream()
                .flatMap(service -> service.getSpec().getPorts().stream())
                .anyMatch(port -> port.getName().equals(backend.getPort().getName())
                        || port.getPort().equals(backend.getPort().getNumber()));
    }

    private void require(String problem, boolean holds) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
