package org.linli.starter.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list; {@code next} is the {@code after} of the following page, absent on the last. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {
    public static final int MAX_SIZE = 100;
    public static final String DEFAULT_SIZE = "20";
}
