package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.geosearch.index.IndexBuild;
import org.linli.geosearch.index.IndexWriter;
import org.linli.geosearch.index.OfferDocument;
import org.linli.geosearch.index.SearchIndex;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** Rule G-5: rebuilt while in use, resumable, cancellable, checked before the old one goes. */
class ReindexRules {
    private static RunningService service;
    private static final List<Samples.Offer> OFFERS = new ArrayList<>();

    @BeforeAll
    static void a_filled_index() {
        service = RunningService.start(
                        LocalStack.elasticsearchUrl(),
                        "--linli.index.search-timeout=15s",
                        "--linli.cells.enabled=false")
                .awaitSearchable();
        List<EventEnvelope> events = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            String merchant = Ids.next();
            Samples.Offer offer = Samples.anOffer(Ids.next(), merchant);
            OFFERS.add(offer);
            events.add(Samples.aMerchant(merchant).at(33, 95).event(1));
            events.add(offer.event(1));
        }
        Feed.apply(service, events);
    }

    @AfterAll
    static void close() {
        service.close();
    }

    @Test
    void a_rebuilt_index_takes_over_with_everything_in_it_and_the_old_one_goes() throws IOException {
        Set<String> before = versions();
        assertThat(reindex().begin("s1")).isTrue();
        awaitState("DONE");

        assertThat(versions()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before);
        assertThat(all()).hasSize(700);
        Reindex.Progress progress = reindex().latest().orElseThrow();
        assertThat(progress.done()).isEqualTo(1_400);
        assertThat(progress.startedBy()).isEqualTo("s1");
        Feed.apply(
                service, OFFERS.get(0).being("PAUSED").event(7), OFFERS.get(0).event(8));
        assertThat(all()).hasSize(700);
    }

    @Test
    void what_happens_while_it_is_built_is_in_the_new_index() {
        IndexBuild build = service.bean(IndexBuild.class);
        build.begin(SearchIndex.MERCHANTS);
        build.begin(SearchIndex.OFFERS);
        Samples.Offer offer = OFFERS.get(1);
        Feed.apply(service, offer.being("PAUSED").event(20));
        assertThat(build.count(SearchIndex.OFFERS)).isEqualTo(1);

        assertThat(reindex().begin("s1")).isTrue();
        awaitState("DONE");

        assertThat(all()).hasSize(699);
        Feed.apply(service, offer.event(21));
        assertThat(all()).hasSize(700);
    }

    @Test
    void one_whose_worker_died_is_taken_over_where_it_was() {
        ReindexRuns runs = service.bean(ReindexRuns.class);
        ReindexRuns.Run dead = runs.begin("s2", 1_400).orElseThrow();
        String half = service.bean(Views.class).merchants.page("", 350).get(349).id();
        service.bean(IndexBuild.class).begin(SearchIndex.MERCHANTS);
        service.bean(IndexBuild.class).begin(SearchIndex.OFFERS);
        var page = ViewCollection.latest(service.bean(Views.class).merchants.page("", 350));
        service.bean(IndexWriter.class)
                .writeNext(SearchIndex.MERCHANTS, service.bean(Documents.class).ofMerchants(page, true));
        assertThat(runs.tell(dead, Reindex.Step.MERCHANTS, half, 350)).isTrue();
        assertThat(reindex().begin("s3")).isFalse();
        try {
            service.itIs(Samples.NOON.plus(ReindexRuns.SILENT_AT_MOST).plusSeconds(1));
            awaitState("DONE");
            assertThat(reindex().latest().orElseThrow().done()).isEqualTo(1_400);
            assertThat(runs.tell(dead, Reindex.Step.OFFERS, "", 0)).isFalse();
        } finally {
            service.itIs(Samples.NOON);
        }
    }

    @Test
    void a_cancelled_one_leaves_the_index_in_use_as_it_was() throws IOException {
        Set<String> before = versions();
        ReindexRuns runs = service.bean(ReindexRuns.class);
        ReindexRuns.Run run = runs.begin("s4", 1_400).orElseThrow();
        assertThat(reindex().cancel()).isTrue();
        assertThat(reindex().cancel()).isFalse();

        service.bean(ReindexWork.class).run(run);

        assertThat(reindex().latest().orElseThrow().state()).isEqualTo("CANCELLED");
        assertThat(versions()).isEqualTo(before);
        assertThat(all()).hasSize(700);
    }

    @Test
    void an_index_that_differs_does_not_take_over() throws IOException {
        Set<String> before = versions();
        IndexBuild build = service.bean(IndexBuild.class);
        build.begin(SearchIndex.OFFERS);
        var view = service.bean(Views.class).offers.page("", 1);
        var wrong = service.bean(Documents.class)
                .ofOffers(ViewCollection.latest(view), true)
                .get(0);
        service.bean(IndexWriter.class)
                .writeNext(
                        SearchIndex.OFFERS,
                        List.of(new IndexWriter.Versioned<>(titled(wrong.document(), "错的"), wrong.version() + 1)));
        assertThat(reindex().begin("s5")).isTrue();
        awaitState("FAILED");

        assertThat(reindex().latest().orElseThrow().reason()).contains("differs");
        assertThat(versions()).isEqualTo(before);
    }

    private static OfferDocument titled(OfferDocument is, String title) {
        return new OfferDocument(
                is.id(),
                is.merchantId(),
                is.merchantName(),
                title,
                is.category(),
                is.kind(),
                is.validFrom(),
                is.validUntil(),
                is.stockLeft(),
                is.discount(),
                is.claimed(),
                is.live(),
                is.audience(),
                is.location(),
                null,
                null,
                null);
    }

    private static Reindex reindex() {
        return service.bean(Reindex.class);
    }

    private static void awaitState(String state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> reindex().latest().orElseThrow().state().equals(state));
    }

    private static List<?> all() {
        Feed.refresh(service);
        return service.http().allPages("offers", "lat", 33, "lng", 95, "size", 100);
    }

    private static Set<String> versions() throws IOException {
        return service.bean(ElasticsearchClient.class)
                .indices()
                .get(g -> g.index(service.indexPrefix() + "*"))
                .result()
                .keySet();
    }
}
