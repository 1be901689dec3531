package org.linli.loan.application;

import java.util.List;
import java.util.function.Function;
import org.linli.starter.web.Page;

/** Cuts a page out of a list that was read one longer than the page. */
final class Pages {
    private Pages() {}

    static <T, R> Page<R> of(List<T> oneMore, int size, Function<T, String> cursor, Function<T, R> view) {
        List<T> items = oneMore.stream().limit(size).toList();
        boolean more = oneMore.size() > size;
        return new Page<>(items.stream().map(view).toList(), more ? cursor.apply(items.get(size - 1)) : null);
    }
}
