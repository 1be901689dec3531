package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts facts on the pages of a merchant's day. Most days are one page. When a page is full, new facts go on to the next
 * generation, which has four times as many pages; a fact's key says which page of each generation is its own. A fact is
 * looked for from the first generation on and goes into the first of its pages that has it or has room. Full pages stay
 * full, so of any number of writers none can put the same fact on two pages.
 */
class DayPages {
    private static final int GROWTH = 4;
    private static final int HEXADECIMAL = 16;
    private static final int DIGITS = 7;
    private static final int ATTEMPTS = 100;

    private final Shelf<DayPage> shelf;
    private final FullPages full = new FullPages();

    DayPages(Shelf<DayPage> shelf) {
        this.shelf = shelf;
    }

    /** The beginning of the ids of a merchant's day. */
    static String prefix(String merchantId, LocalDate day) {
        return merchantId + "|" + day + "|";
    }

    void put(String merchantId, LocalDate day, String organisationPath, List<Fact> facts) {
        List<Fact> waiting = facts;
        int pages = 1;
        for (int generation = 0; !waiting.isEmpty(); generation++) {
            int ofGeneration = pages;
            String prefix = prefix(merchantId, day) + generation + "|";
            List<Fact> left = new ArrayList<>();
            Map<String, List<Fact>> byPage = new TreeMap<>();
            for (Fact fact : waiting) {
                String page = prefix + page(fact, ofGeneration);
                if (full.isFullWithout(page, fact.key())) {
                    left.add(fact);
                } else {
                    byPage.computeIfAbsent(page, first -> new ArrayList<>()).add(fact);
                }
            }
            Map<String, DayPage> found = byPage.isEmpty() ? Map.of() : shelf.find(byPage.keySet());
            byPage.forEach((id, own) -> left.addAll(
                    put(found.getOrDefault(id, DayPage.empty(id, merchantId, day)), day, organisationPath, own)));
            waiting = left;
            pages *= GROWTH;
        }
    }

    private static int page(Fact fact, int pages) {
        return Integer.parseInt(fact.key().substring(0, DIGITS), HEXADECIMAL) % pages;
    }

    private List<Fact> put(DayPage found, LocalDate day, String organisationPath, List<Fact> facts) {
        DayPage page = found;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            DayPage.Taken taken = page.take(facts, organisationPath);
            if (taken.page() == page || shelf.keep(taken.page())) {
                full.note(taken.page());
                return taken.left();
            }
            page = shelf.find(List.of(found.id()))
                    .getOrDefault(found.id(), DayPage.empty(found.id(), found.merchantId(), day));
        }
        throw new IllegalStateException("page " + found.id() + " is never free");
    }
}
