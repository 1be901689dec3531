package org.linli.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Goes straight to the endpoint that is meant: a service has hundreds, and a path with a variable is held against all of
 * them. What fits at a glance is decided as ever; where that leaves none or several, Spring looks at all.
 */
final class QuickMappings extends RequestMappingHandlerMapping {
    private record Endpoint(RequestMappingInfo mapping, HandlerMethod method, Shape shape) {}

    /** By the number of segments; all are registered before the first request comes. */
    private final Supplier<Map<Integer, List<Endpoint>>> endpoints = SingletonSupplier.of(this::index);

    /** Those that are not just made of words and variables, and may be meant whatever else fits. */
    private final Supplier<List<RequestMappingInfo>> others =
            SingletonSupplier.of(() -> getHandlerMethods().keySet().stream()
                    .filter(mapping -> shapesOf(mapping).isEmpty())
                    .toList());

    private Map<Integer, List<Endpoint>> index() {
        return getHandlerMethods().entrySet().stream()
                .flatMap(entry -> shapesOf(entry.getKey()).stream()
                        .map(shape -> new Endpoint(entry.getKey(), entry.getValue(), shape)))
                .collect(Collectors.groupingBy(endpoint -> endpoint.shape.words.size()));
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        String[] segments = segments(request);
        Endpoint found = null;
        RequestMappingInfo match = null;
        for (Endpoint endpoint : endpoints.get().getOrDefault(segments.length, List.of())) {
            if (endpoint.shape.mayFit(segments)) {
                RequestMappingInfo fitting = getMatchingMapping(endpoint.mapping, request);
                if (fitting != null && match != null) {
                    return super.lookupHandlerMethod(path, request);
                }
                if (fitting != null) {
                    found = endpoint;
                    match = fitting;
                }
            }
        }
        if (found == null
                || match == null
                || others.get().stream().anyMatch(other -> getMatchingMapping(other, request) != null)) {
            return super.lookupHandlerMethod(path, request);
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.method);
        handleMatch(match, path, request);
        return found.method;
    }

    /** As the client sent them: what holds anything unusual is not judged here. */
    private static String[] segments(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean unusual = path.indexOf('%') >= 0 || path.indexOf(';') >= 0 || path.contains("//");
        return unusual ? new String[0] : path.split("/", -1);
    }

    /** None for a mapping that is not just made of words and variables. */
    private static List<Shape> shapesOf(RequestMappingInfo info) {
        Set<String> patterns = info.getPatternValues();
        List<Shape> shapes = new ArrayList<>();
        for (String pattern : patterns) {
            Shape shape = Shape.of(pattern);
            if (shape == null) {
                return List.of();
            }
            shapes.add(shape);
        }
        return shapes;
    }

    /** @param words of a path, empty where it has a variable */
    private record Shape(List<String> words) {
        private static final String VARIABLE = "";

        static @Nullable Shape of(String pattern) {
            List<String> words = new ArrayList<>();
            for (String part : pattern.split("/", -1)) {
                boolean variable = part.matches("\\{[A-Za-z]+}");
                if (!variable && !part.matches("[A-Za-z0-9._-]*")) {
                    return null;
                }
                words.add(variable ? VARIABLE : part);
            }
            return pattern.startsWith("/") ? new Shape(words) : null;
        }

        boolean mayFit(String[] segments) {
            for (int i = 1; i < segments.length; i++) {
                String word = words.get(i);
                if (!word.equals(VARIABLE) && !word.equals(segments[i])) {
                    return false;
                }
            }
            return true;
        }
    }
}
