package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.RunningService;
import org.linli.geosearch.fixtures.Samples;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;

/** Rule G-5: an index that was made for an older mapping is rebuilt by whoever starts next, without being asked. */
class OldMappingRules {

    @Test
    void an_index_with_an_older_mapping_is_rebuilt_at_the_start_while_it_answers() throws IOException {
        try (RunningService before =
                RunningService.start(LocalStack.elasticsearchUrl(), "--linli.index.search-timeout=15s")) {
            before.awaitSearchable();
            String merchant = Ids.next();
            String offer = Ids.next();
            Feed.apply(
                    before,
                    Samples.aMerchant(merchant).at(35.5, 97).event(1),
                    Samples.anOffer(offer, merchant).event(1));
            Set<String> versions = versions(before);
            grow_old(before, "offers");
            grow_old(before, "merchants");

            try (RunningService after = RunningService.besides(before, "--linli.cells.enabled=false")) {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> after.bean(Reindex.class)
                                .latest()
                                .filter(run -> run.state().equals("DONE"))
                                .isPresent());

                assertThat(after.bean(Reindex.class).latest().orElseThrow().startedBy())
                        .isEqualTo("new mapping");
                assertThat(versions(after)).hasSameSizeAs(versions).doesNotContainAnyElementsOf(versions);
                assertThat(after.http().offers("lat", 35.5, "lng", 97).ids("offerId"))
                        .containsExactly(offer);
            }
            try (RunningService again = RunningService.besides(before, "--linli.cells.enabled=false")) {
                again.awaitSearchable();
                assertThat(again.bean(Refill.class).isOutdated()).isFalse();
            }
        }
    }

    private static void grow_old(RunningService service, String index) throws IOException {
        service.bean(ElasticsearchClient.class)
                .indices()
                .putMapping(mapping -> mapping.index(service.indexPrefix() + index)
                        .meta("filled", JsonData.of(true))
                        .meta("mapping", JsonData.of(1)));
    }

    private static Set<String> versions(RunningService service) throws IOException {
        return service.bean(ElasticsearchClient.class)
                .indices()
                .get(g -> g.index(service.indexPrefix() + "*"))
                .result()
                .keySet();
    }
}
