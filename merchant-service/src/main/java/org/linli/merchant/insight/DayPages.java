package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts facts on the pages of a merchant's day. Most days are one page. When a page is full, new facts go on to the next
 * generation, which has four times as many pages; the second in which it happened says which page of each generation is
 * a fact's own, so that what a rush brings at a time goes on one page or two. A fact is looked for from the first
 * generation on and goes into the first of its pages that has it or has room. Full pages stay full, so of any number of
 * writers none can put the same fact on two pages.
 */
class DayPages {
    private static final int GROWTH = 4;
    private static final int MOST_PAGES = 1 << 16;
    private static final int SECONDS_TOGETHER = 2;
    private static final int ATTEMPTS = 100;

    private final PageShelf shelf;
    private final FullPages full;

    DayPages(PageShelf shelf) {
        this.shelf = shelf;
        this.full = new FullPages(shelf);
    }

    /** The beginning of the ids of a merchant's day. */
    static String prefix(String merchantId, LocalDate day) {
        return merchantId + "|" + day + "|";
    }

    void put(String merchantId, LocalDate day, String organisationPath, List<Fact> facts) {
        List<Fact> waiting = List.copyOf(latest(facts).values());
        int pages = 1;
        for (int generation = 0; !waiting.isEmpty(); generation++) {
            String prefix = prefix(merchantId, day) + generation + "|";
            List<Fact> left = new ArrayList<>();
            Map<String, List<Fact>> byPage = new TreeMap<>();
            for (Fact fact : waiting) {
                String page = prefix + page(fact, pages);
                if (full.isFullWithout(page, fact.key())) {
                    left.add(fact);
                } else {
                    byPage.computeIfAbsent(page, first -> new ArrayList<>()).add(fact);
                }
            }
            left.addAll(put(merchantId, day, organisationPath, byPage));
            waiting = left;
            pages = Math.min(pages * GROWTH, MOST_PAGES);
        }
    }

    private static Map<String, Fact> latest(List<Fact> facts) {
        Map<String, Fact> byKey = new LinkedHashMap<>();
        facts.forEach(fact ->
                byKey.merge(fact.key(), fact, (one, other) -> one.revision() >= other.revision() ? one : other));
        return byKey;
    }

    private static int page(Fact fact, int pages) {
        return (int) (fact.second() / SECONDS_TOGETHER % pages);
    }

    /**
     * All pages of a generation in one go, and again from what is there by then when another writer came between: a
     * page that was kept meanwhile knows its facts and stays as it is.
     */
    private List<Fact> put(String merchantId, LocalDate day, String path, Map<String, List<Fact>> byPage) {
        if (byPage.isEmpty()) {
            return List.of();
        }
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Map<String, DayPage> found = shelf.find(byPage);
            List<Fact> left = new ArrayList<>();
            List<DayPage> changed = new ArrayList<>();
            byPage.forEach((id, facts) -> {
                DayPage page = found.getOrDefault(id, DayPage.empty(id, merchantId, day));
                DayPage.Taken taken = page.take(facts, path);
                left.addAll(taken.left());
                if (taken.changed()) {
                    changed.add(taken.page());
                }
                // Not one that this very change makes full: its last facts are not there to be noted yet.
                if (page.size() >= DayPage.CAPACITY) {
                    full.note(id);
                }
            });
            if (changed.isEmpty() || shelf.keep(changed)) {
                return left;
            }
        }
        throw new IllegalStateException("pages of " + merchantId + " on " + day + " are never free");
    }
}
