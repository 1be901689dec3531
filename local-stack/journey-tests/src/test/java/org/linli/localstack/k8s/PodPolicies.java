package org.linli.localstack.k8s;

import static org.linli.localstack.k8s.Cluster.named;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** How a pod of the platform has to look: it owns nothing, can change nothing, says how it feels and ends in peace. */
final class PodPolicies {

    private static final long USER = 10001;
    private static final int GRACEFUL_SHUTDOWN_SECONDS = 30;

    private final List<String> problems = new ArrayList<>();

    private PodPolicies() {}

    static List<String> problemsOf(Cluster cluster) {
        PodPolicies policies = new PodPolicies();
        for (Deployment deployment : cluster.all(Deployment.class)) {
            policies.checkPod(named(deployment), Cluster.pod(deployment));
            for (Container container : Cluster.containers(deployment)) {
                String label = named(deployment) + " container " + container.getName();
                policies.checkContainerSecurity(label, container.getSecurityContext());
                policies.checkResources(label, container.getResources());
                policies.checkImage(label, container.getImage());
            }
            for (Container container : Cluster.pod(deployment).getContainers()) {
                String label = named(deployment) + " container " + container.getName();
                policies.checkProbe(label + " startupProbe", container.getStartupProbe(), "/liveness", container);
                policies.checkProbe(label + " livenessProbe", container.getLivenessProbe(), "/liveness", container);
                policies.checkProbe(label + " readinessProbe", container.getReadinessProbe(), "/readiness", container);
                policies.checkEnding(label, Cluster.pod(deployment), container);
            }
        }
        return policies.problems;
    }

    private void checkPod(String label, PodSpec pod) {
        expect(label + " automountServiceAccountToken", false, pod.getAutomountServiceAccountToken());
        expect(label + " enableServiceLinks", false, pod.getEnableServiceLinks());
        expect(label + " hostNetwork", null, pod.getHostNetwork());
        expect(label + " hostPID", null, pod.getHostPID());
        expect(label + " hostIPC", null, pod.getHostIPC());
        PodSecurityContext security = Objects.requireNonNullElse(pod.getSecurityContext(), new PodSecurityContext());
        expect(label + " runAsNonRoot", true, security.getRunAsNonRoot());
        expect(label + " runAsUser", USER, security.getRunAsUser());
        String seccomp = security.getSeccompProfile() == null
                ? null
                : security.getSeccompProfile().getType();
        expect(label + " seccompProfile", "RuntimeDefault", seccomp);
        require(
                label + " topologySpreadConstraints: none",
                !pod.getTopologySpreadConstraints().isEmpty());
        for (Volume volume : pod.getVolumes()) {
            require(label + " volume " + volume.getName() + ": hostPath", volume.getHostPath() == null);
        }
    }

    private void checkContainerSecurity(String label, SecurityContext given) {
        SecurityContext security = Objects.requireNonNullElse(given, new SecurityContext());
        expect(label + " allowPrivilegeEscalation", false, security.getAllowPrivilegeEscalation());
        expect(label + " readOnlyRootFilesystem", true, security.getReadOnlyRootFilesystem());
        expect(label + " privileged", null, security.getPrivileged());
        expect(label + " runAsUser", null, security.getRunAsUser());
        expect(label + " runAsNonRoot", null, security.getRunAsNonRoot());
        Capabilities capabilities = Objects.requireNonNullElse(security.getCapabilities(), new Capabilities());
        expect(label + " capabilities.drop", List.of("ALL"), capabilities.getDrop());
        expect(label + " capabilities.add", List.of(), capabilities.getAdd());
    }

    private void checkResources(String label, ResourceRequirements given) {
        ResourceRequirements resources = Objects.requireNonNullElse(given, new ResourceRequirements());
        for (String resource : List.of("cpu", "memory")) {
            Quantity request = quantity(resources.getRequests(), resource);
            Quantity limit = quantity(resources.getLimits(), resource);
            require(label + " requests." + resource + ": missing", request != null);
            require(label + " limits." + resource + ": missing", limit != null);
            if (request != null && limit != null) {
                require(
                        label + " " + resource + ": request " + request + " above limit " + limit,
                        request.getNumericalAmount().compareTo(limit.getNumericalAmount()) <= 0);
            }
        }
    }

    private static Quantity quantity(Map<String, Quantity> quantities, String resource) {
        return quantities == null ? null : quantities.get(resource);
    }

    private void checkImage(String label, String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        String tag = name.contains(":") ? name.substring(name.indexOf(':') + 1) : "";
        require(label + " image " + image + ": without a tag", !tag.isEmpty());
        require(label + " image " + image + ": tag latest says nothing", !tag.equals("latest"));
    }

    private void checkProbe(String label, Probe probe, String pathEnd, Container container) {
        if (probe == null || probe.getHttpGet() == null) {
            problems.add(label + ": missing (expected: httpGet)");
            return;
        }
        expect(label + " path", "/actuator/health" + pathEnd, probe.getHttpGet().getPath());
        var names = container.getPorts().stream().map(ContainerPort::getName).collect(Collectors.toSet());
        String port = probe.getHttpGet().getPort().getStrVal();
        require(label + " port: " + port + " (expected: one of " + names + ")", names.contains(port));
        require(label + ": no timeoutSeconds", probe.getTimeoutSeconds() != null);
    }

    private void checkEnding(String label, PodSpec pod, Container container) {
        if (container.getLifecycle() == null || container.getLifecycle().getPreStop() == null) {
            problems.add(label + " preStop: missing (expected: a pause in which the endpoints drain)");
            return;
        }
        var command = container.getLifecycle().getPreStop().getExec().getCommand();
        long pause = Long.parseLong(command.get(command.size() - 1));
        Long grace = pod.getTerminationGracePeriodSeconds();
        long needed = pause + GRACEFUL_SHUTDOWN_SECONDS;
        require(
                label + " terminationGracePeriodSeconds: " + grace + " (expected: above " + needed + ")",
                grace != null && grace > needed);
    }

    private void expect(String what, Object expected, Object actual) {
        require(what + ": " + actual + " (expected: " + expected + ")", Objects.equals(expected, actual));
    }

    private void require(String problem, boolean holds) {
        if (!holds) {
            problems.add(problem);
        }
    }
}
