package org.linli.starter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a problem's {@code errors}.
 *
 * @param field the field at fault, if it is one field
 * @param code stable
 * @param detail for people
 * @param rule id of the failed rule, if a rule failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProblem(
        @Nullable String field,
        String code,
        String detail,
        @Nullable String rule) {
    public FieldProblem(@Nullable String field, String code, String detail) {
        this(field, code, detail, null);
    }
}
