package org.linli.localstack.k8s;

import static java.util.Map.entry;

import io.fabric8.kubernetes.api.model.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the model classes do not check by themselves: they keep unknown fields in a side map, treat every field as
 * optional and every enumeration as text. Walks the whole object and reports all three.
 */
final class FieldRules {

    private static final String MODEL_PACKAGE = "io.fabric8.kubernetes.api.model";
    private static final String UNKNOWN_FIELDS = "additionalProperties";

    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            entry("DeploymentSpec", List.of("selector", "template")),
            entry("PodSpec", List.of("containers")),
            entry("Container", List.of("name", "image")),
            entry("ContainerPort", List.of("containerPort")),
            entry("EnvVar", List.of("name")),
            entry("ConfigMapKeySelector", List.of("name", "key")),
            entry("SecretKeySelector", List.of("name", "key")),
            entry("HTTPGetAction", List.of("path", "port")),
            entry("Volume", List.of("name")),
            entry("VolumeMount", List.of("name", "mountPath")),
            entry("TopologySpreadConstraint", List.of("maxSkew", "topologyKey", "whenUnsatisfiable")),
            entry("ServicePort", List.of("port")),
            entry("NetworkPolicySpec", List.of("podSelector")),
            entry("HTTPIngressPath", List.of("pathType", "backend")),
            entry("IngressServiceBackend", List.of("name", "port")),
            entry("HorizontalPodAutoscalerSpec", List.of("maxReplicas", "scaleTargetRef")),
            entry("CrossVersionObjectReference", List.of("kind", "name")),
            entry("MetricTarget", List.of("type")));

    private static final Map<String, Set<String>> ALLOWED = Map.ofEntries(
            entry("ContainerPort.protocol", Set.of("TCP", "UDP", "SCTP")),
            entry("ServicePort.protocol", Set.of("TCP", "UDP", "SCTP")),
            entry("NetworkPolicyPort.protocol", Set.of("TCP", "UDP", "SCTP")),
            entry("Container.imagePullPolicy", Set.of("Always", "IfNotPresent", "Never")),
            entry("HTTPGetAction.scheme", Set.of("HTTP", "HTTPS")),
            entry("SeccompProfile.type", Set.of("RuntimeDefault", "Localhost", "Unconfined")),
            entry("TopologySpreadConstraint.whenUnsatisfiable", Set.of("ScheduleAnyway", "DoNotSchedule")),
            entry("DeploymentStrategy.type", Set.of("RollingUpdate", "Recreate")),
            entry("ServiceSpec.type", Set.of("ClusterIP", "NodePort", "LoadBalancer", "ExternalName")),
            entry("NetworkPolicySpec.policyTypes", Set.of("Ingress", "Egress")),
            entry("HTTPIngressPath.pathType", Set.of("Exact", "Prefix", "ImplementationSpecific")),
            entry("PodSpec.restartPolicy", Set.of("Always", "OnFailure", "Never")),
            entry("MetricSpec.type", Set.of("Resource", "ContainerResource", "Pods", "Object", "External")),
            entry("MetricTarget.type", Set.of("Utilization", "AverageValue", "Value")));

    private FieldRules() {}

    static List<String> problemsOf(Object model, String label) {
        List<String> problems = new ArrayList<>();
        walk(model, label + " ", problems);
        return problems;
    }

    private static void walk(Object value, String path, List<String> problems) {
        if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                walk(item, path + "[" + index++ + "]", problems);
            }
        } else if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, item) -> walk(item, path + "." + key, problems));
        } else if (value != null && value.getClass().getPackageName().startsWith(MODEL_PACKAGE)) {
            checkObject(value, path, problems);
        }
    }

    private static void checkObject(Object model, String path, List<String> problems) {
        String type = model.getClass().getSimpleName();
        if (model instanceof Quantity quantity) {
            checkQuantity(quantity, path, problems);
        }
        for (String required : REQUIRED.getOrDefault(type, List.of())) {
            if (isAbsent(valueOf(model, required))) {
                problems.add(path + "." + required + ": missing (expected: a value)");
            }
        }
        for (Field field : fieldsOf(model.getClass())) {
            Object value = read(field, model);
            if (field.getName().equals(UNKNOWN_FIELDS)) {
                ((Map<?, ?>) value).keySet().forEach(name -> problems.add(path + "." + name + ": unknown field"));
                continue;
            }
            checkAllowed(type + "." + field.getName(), value, path, problems);
            walk(value, path + "." + field.getName(), problems);
        }
    }

    private static void checkAllowed(String property, Object value, String path, List<String> problems) {
        Set<String> allowed = ALLOWED.get(property);
        if (allowed == null || value == null) {
            return;
        }
        Collection<?> given = value instanceof Collection<?> several ? several : List.of(value);
        for (Object one : given) {
            if (!allowed.contains(one.toString())) {
                problems.add(path + " " + property + ": " + one + " (expected: one of " + allowed + ")");
            }
        }
    }

    private static void checkQuantity(Quantity quantity, String path, List<String> problems) {
        try {
            quantity.getNumericalAmount();
        } catch (IllegalArgumentException notANumber) {
            problems.add(path + ": " + quantity + " (expected: a quantity such as 250m or 512Mi)");
        }
    }

    private static boolean isAbsent(Object value) {
        return value == null
                || value instanceof String text && text.isBlank()
                || value instanceof Collection<?> items && items.isEmpty();
    }

    private static Object valueOf(Object model, String name) {
        return fieldsOf(model.getClass()).stream()
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .map(field -> read(field, model))
                .orElse(null);
    }

    private static List<Field> fieldsOf(Class<?> type) {
        List<Field> fields = new ArrayList<>();
        for (Class<?> level = type; level != null && level != Object.class; level = level.getSuperclass()) {
            for (Field field : level.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field);
                }
            }
        }
        return fields;
    }

    private static Object read(Field field, Object model) {
        try {
            field.setAccessible(true);
            return field.get(model);
        } catch (IllegalAccessException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
