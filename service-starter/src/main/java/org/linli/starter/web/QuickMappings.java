package org.linli.starter.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Leaves out at a glance what cannot be meant: a service has a hundred endpoints, and a path with a variable is held
 * against all of them. What is left is decided as ever.
 */
final class QuickMappings extends RequestMappingHandlerMapping {
    private static final String SEGMENTS = QuickMappings.class.getName() + ".segments";

    private final Map<RequestMappingInfo, List<Shape>> shapes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        List<Shape> possible = shapes.computeIfAbsent(info, QuickMappings::shapesOf);
        String[] segments = segments(request);
        return possible.isEmpty() || possible.stream().anyMatch(shape -> shape.mayFit(segments))
                ? super.getMatchingMapping(info, request)
                : null;
    }

    /** As the client sent them: what holds anything unusual is not judged here. */
    private static String[] segments(HttpServletRequest request) {
        if (request.getAttribute(SEGMENTS) instanceof String[] known) {
            return known;
        }
        String path = request.getRequestURI();
        boolean unusual = path.indexOf('%') >= 0 || path.indexOf(';') >= 0 || path.contains("//");
        String[] segments = unusual ? new String[0] : path.split("/", -1);
        request.setAttribute(SEGMENTS, segments);
        return segments;
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
            if (segments.length == 0) {
                return true;
            }
            if (segments.length != words.size()) {
                return false;
            }
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
