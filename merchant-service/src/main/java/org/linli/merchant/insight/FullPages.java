package org.linli.merchant.insight;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Arrays;

/**
 * Remembers what full pages hold. Such a page takes no new fact ever after, so one that is not on it need not be looked
 * for there: a busy day is not read again from its beginning for every few claims.
 */
final class FullPages {
    /** Of 4 KB each. */
    private static final int MOST_PAGES = 1_000;

    private final PageShelf shelf;
    private final Cache<String, int[]> keys =
            Caffeine.newBuilder().maximumSize(MOST_PAGES).build();

    FullPages(PageShelf shelf) {
        this.shelf = shelf;
    }

    /** @param pageId of a page that is full in the store */
    void note(String pageId) {
        if (keys.getIfPresent(pageId) == null) {
            keys.put(
                    pageId,
                    shelf.keys(pageId).stream()
                            .mapToInt(String::hashCode)
                            .sorted()
                            .toArray());
        }
    }

    /** Never true for a fact that is on the page; two that look alike cost a reading. */
    boolean isFullWithout(String pageId, String key) {
        int[] known = keys.getIfPresent(pageId);
        return known != null && Arrays.binarySearch(known, key.hashCode()) < 0;
    }
}
