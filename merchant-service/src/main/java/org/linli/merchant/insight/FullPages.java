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

    private final Cache<String, int[]> keys =
            Caffeine.newBuilder().maximumSize(MOST_PAGES).build();

    void note(DayPage page) {
        if (page.entries().size() >= DayPage.CAPACITY && keys.getIfPresent(page.id()) == null) {
            int[] hashes = page.entries().keySet().stream()
                    .mapToInt(String::hashCode)
                    .sorted()
                    .toArray();
            keys.put(page.id(), hashes);
        }
    }

    /** Never true for a fact that is on the page; two that look alike cost a reading. */
    boolean isFullWithout(String pageId, String key) {
        int[] known = keys.getIfPresent(pageId);
        return known != null && Arrays.binarySearch(known, key.hashCode()) < 0;
    }
}
