package org.linli.geosearch.projection;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.linli.geosearch.index.IndexSetup;
import org.linli.geosearch.index.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes the indices and fills a new one from the stored views, so that a lost Elasticsearch costs minutes and no
 * events. An index says itself whether it was filled to the end: a refill that died is begun again. Events may be
 * applied meanwhile: versions decide.
 */
@Component
class Refill {
    private static final Logger log = LoggerFactory.getLogger(Refill.class);
    private static final int PAGE = 500;

    private final IndexSetup setup;
    private final Views views;
    private final Indexing indexing;

    Refill(IndexSetup setup, Views views, Indexing indexing) {
        this.setup = setup;
        this.views = views;
        this.indexing = indexing;
    }

    void ensureFilled() {
        fill(SearchIndex.MERCHANTS, views.merchants, this::fillMerchants);
        fill(SearchIndex.OFFERS, views.offers, indexing::indexOffers);
    }

    /** Whether the indices were made for an older mapping; from here on they take what is written today. */
    boolean isOutdated() {
        boolean outdated = false;
        for (SearchIndex index : SearchIndex.values()) {
            if (!setup.isCurrent(index)) {
                setup.extend(index);
                outdated = true;
            }
        }
        return outdated;
    }

    private void fillMerchants(Map<String, MerchantView> page) {
        views.cellMerchants.note(page.values());
        indexing.indexMerchants(page);
    }

    private <V extends View> void fill(SearchIndex index, ViewCollection<V> stored, Consumer<Map<String, V>> write) {
        setup.ensure(index);
        if (setup.isFilled(index)) {
            return;
        }
        long count = 0;
        for (List<V> page = stored.page("", PAGE); !page.isEmpty(); page = next(stored, page)) {
            write.accept(ViewCollection.latest(page));
            count += page.size();
        }
        setup.markFilled(index);
        log.info("filled new index {} from {} stored views", index, count);
    }

    private static <V extends View> List<V> next(ViewCollection<V> stored, List<V> page) {
        return stored.page(page.get(page.size() - 1).id(), PAGE);
    }
}
