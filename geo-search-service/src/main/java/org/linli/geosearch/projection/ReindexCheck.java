package org.linli.geosearch.projection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.linli.geosearch.index.IndexBuild;
import org.linli.geosearch.index.IndexWriter.Versioned;
import org.linli.geosearch.index.MerchantDocument;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.PlacedDocument;
import org.linli.geosearch.index.SearchIndex;
import org.springframework.stereotype.Component;

/**
 * Whether a new index may take over: it holds as many documents as the views make, and of every page of views a sample
 * is in it as the views have it now. What differs is looked at again for a while: an event may be on its way.
 */
@Component
class ReindexCheck {
    private static final int PAGE = 500;
    private static final int SAMPLE = 20;
    private static final int LOOKS = 10;
    private static final long PAUSE_MILLIS = 500;

    private final Views views;
    private final Documents documents;
    private final IndexBuild build;

    ReindexCheck(Views views, Documents documents, IndexBuild build) {
        this.views = views;
        this.documents = documents;
        this.build = build;
    }

    /** @throws IllegalStateException when it may not */
    void merchants(Runnable alive) {
        check(
                SearchIndex.MERCHANTS,
                MerchantDocument.class,
                views.merchants,
                page -> documents.ofMerchants(page, false),
                alive);
    }

    /** @throws IllegalStateException when it may not */
    void offers(Runnable alive) {
        check(SearchIndex.OFFERS, OfferDocument.class, views.offers, page -> documents.ofOffers(page, false), alive);
    }

    private <V extends View, T extends PlacedDocument> void check(
            SearchIndex index,
            Class<T> type,
            ViewCollection<V> stored,
            Function<Map<String, V>, List<Versioned<T>>> make,
            Runnable alive) {
        long expected = 0;
        for (List<V> page = stored.page("", PAGE); !page.isEmpty(); page = stored.page(last(page), PAGE)) {
            expected += make.apply(ViewCollection.latest(page)).size();
            List<String> sample = page.stream().limit(SAMPLE).map(View::id).toList();
            untilTrue(alive, () -> isEqual(index, type, sample, make.apply(stored.find(sample))), index + " differs");
            alive.run();
        }
        long wanted = expected;
        untilTrue(alive, () -> build.count(index) >= wanted, index + " holds too few documents");
    }

    private static String last(List<? extends View> page) {
        return page.get(page.size() - 1).id();
    }

    private <T extends PlacedDocument> boolean isEqual(
            SearchIndex index, Class<T> type, List<String> ids, List<Versioned<T>> expected) {
        Map<String, PlacedDocument> is = new HashMap<>(build.read(index, ids, type));
        return expected.stream()
                .map(Versioned::document)
                .allMatch(document -> asReturned(document).equals(is.get(document.id())));
    }

    /** Without what the index keeps for searching only. */
    private static PlacedDocument asReturned(PlacedDocument document) {
        return document instanceof OfferDocument offer
                ? offer.asReturned()
                : ((MerchantDocument) document).asReturned();
    }

    private interface Condition {
        boolean holds();
    }

    private static void untilTrue(Runnable alive, Condition condition, String otherwise) {
        for (int look = 1; !condition.holds(); look++) {
            if (look == LOOKS) {
                throw new IllegalStateException(otherwise);
            }
            alive.run();
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
