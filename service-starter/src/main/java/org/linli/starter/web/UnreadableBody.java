package org.linli.starter.web;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import tools.jackson.core.JacksonException;

/** Names the place in a JSON body that could not be read, and nothing of its content. */
final class UnreadableBody {
    private UnreadableBody() {}

    static List<FieldProblem> fields(HttpMessageNotReadableException e) {
        if (e.getCause() instanceof JacksonException json && !json.getPath().isEmpty()) {
            String path = json.getPath().stream()
                    .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                    .collect(Collectors.joining("."));
            return List.of(new FieldProblem(path, "unreadable", "cannot be read as the expected type"));
        }
        return List.of();
    }
}
