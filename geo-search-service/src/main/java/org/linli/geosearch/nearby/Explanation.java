package org.linli.geosearch.nearby;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a result stands where it does; for members of staff.
 *
 * @param rank what it is sorted by, before the distance; the lower the earlier
 * @param ways how each word was found, as {@code word:way}
 */
record Explanation(long rank, List<String> ways) {
    static @Nullable Explanation of(Ranked<?> ranked) {
        return ranked.reasons().isEmpty()
                ? null
                : new Explanation(
                        ranked.position().rank(),
                        ranked.reasons().stream().sorted().toList());
    }
}
