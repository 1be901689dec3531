package org.linli.localstack.k8s;

import static org.linli.localstack.k8s.Cluster.named;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may talk to whom: nobody by default, the ingress controller to the gateway, the platform to its services. */
final class NetworkPolicies {

    private static final String GATEWAY = "gateway";
    private static final Map<String, String> PLATFORM = Map.of("app.kubernetes.io/part-of", "linli");

    private final List<String> problems = new ArrayList<>();

    private NetworkPolicies() {}

    static List<String> problemsOf(Cluster cluster) {
        NetworkPolicies policies = new NetworkPolicies();
        List<NetworkPolicy> all = cluster.all(NetworkPolicy.class);
        policies.require(
                "NetworkPolicy: nothing denies ingress by default",
                all.stream().anyMatch(NetworkPolicies::deniesEverything));
        for (NetworkPolicy policy : all) {
            if (!deniesEverything(policy)) {
                policies.checkAdmission(cluster, policy);
            }
        }
        for (Deployment deployment : cluster.all(Deployment.class)) {
            policies.require(
                    named(deployment) + ": no NetworkPolicy admits anyone to it",
                    all.stream().anyMatch(policy -> admitsTo(policy, deployment)));
        }
        return policies.problems;
    }

    private static boolean deniesEverything(NetworkPolicy policy) {
        return selected(policy).isEmpty()
                && policy.getSpec().getIngress().isEmpty()
                && policy.getSpec().getPolicyTypes().contains("Ingress");
    }

    private static boolean admitsTo(NetworkPolicy policy, Deployment deployment) {
        return !policy.getSpec().getIngress().isEmpty()
                && Cluster.matches(selected(policy), Cluster.podLabels(deployment));
    }

    private static Map<String, String> selected(NetworkPolicy policy) {
        return labels(policy.getSpec().getPodSelector());
    }

    private static Map<String, String> labels(LabelSelector selector) {
        return selector == null || selector.getMatchLabels() == null ? Map.of() : selector.getMatchLabels();
    }

    private void checkAdmission(Cluster cluster, NetworkPolicy policy) {
        String label = named(policy);
        List<Deployment> targets = cluster.selectedBy(selected(policy));
        require(label + ": selects " + targets.size() + " Deployments (expected: 1)", targets.size() == 1);
        boolean edge = targets.stream()
                .allMatch(target -> target.getMetadata().getName().equals(GATEWAY));
        for (NetworkPolicyIngressRule rule : policy.getSpec().getIngress()) {
            require(
                    label + ": a rule without ports opens all of them",
                    !rule.getPorts().isEmpty());
            require(
                    label + ": a rule without from admits everyone",
                    !rule.getFrom().isEmpty());
            rule.getFrom().forEach(peer -> checkPeer(label, peer, edge));
        }
    }

    private void checkPeer(String label, NetworkPolicyPeer peer, boolean edge) {
        require(label + ": admits an address range", peer.getIpBlock() == null);
        boolean fromOutside = peer.getNamespaceSelector() != null;
        require(
                label + ": admits a whole namespace (expected: only for the gateway, by a named label)",
                !fromOutside || edge && !labels(peer.getNamespaceSelector()).isEmpty());
        require(
                label + ": admits other pods than the platform's",
                fromOutside || Cluster.matches(PLATFORM, labels(peer.getPodSelector())));
    }

    private void require(String problem, boolean holds) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
