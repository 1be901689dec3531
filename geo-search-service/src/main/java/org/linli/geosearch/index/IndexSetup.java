package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes an index that is not there, and remembers in the index itself whether it was filled. */
@Component
public class IndexSetup {
    private static final String FILLED = "filled";

    private final ElasticsearchClient elasticsearch;
    private final IndexCalls calls;
    private final IndexSettings settings;

    IndexSetup(PatientClient client, IndexCalls calls, IndexSettings settings) {
        this.elasticsearch = client.elasticsearch();
        this.calls = calls;
        this.settings = settings;
    }

    /** Creates the index with its alias unless the alias is there already; safe to repeat and to race. */
    public void ensure(SearchIndex index) {
        boolean there = calls.call(() -> elasticsearch
                .indices()
                .existsAlias(alias -> alias.name(settings.alias(index)))
                .value());
        if (!there) {
            calls.call(() -> create(index));
        }
    }

    private boolean create(SearchIndex index) throws IOException {
        try (InputStream mapping = Objects.requireNonNull(SearchIndex.class.getResourceAsStream(index.mapping()))) {
            return elasticsearch
                    .indices()
                    .create(new CreateIndexRequest.Builder()
                            .index(settings.firstVersion(index))
                            .mappings(
                                    new TypeMapping.Builder().withJson(mapping).build())
                            .aliases(settings.alias(index), alias -> alias.isWriteIndex(true))
                            .settings(s -> s.numberOfShards(String.valueOf(settings.shards()))
                                    .numberOfReplicas(String.valueOf(settings.replicas()))
                                    .refreshInterval(t ->
                                            t.time(settings.refreshInterval().toMillis() + "ms")))
                            .build())
                    .acknowledged();
        } catch (ElasticsearchException e) {
            if ("resource_already_exists_exception".equals(e.error().type())) {
                return true;
            }
            throw e;
        }
    }

    /** Whether {@link #markFilled} was called since the index was made. */
    public boolean isFilled(SearchIndex index) {
        return calls.call(() ->
                elasticsearch
                        .indices()
                        .getMapping(mapping -> mapping.index(settings.alias(index)))
                        .result()
                        .values()
                        .stream()
                        .map(IndexMappingRecord::mappings)
                        .allMatch(mapping -> mapping.meta().containsKey(FILLED)));
    }

    /** The index holds everything that was known when it was made; from here on events keep it right. */
    public void markFilled(SearchIndex index) {
        calls.call(() -> elasticsearch
                .indices()
                .putMapping(mapping -> mapping.index(settings.alias(index)).meta(FILLED, JsonData.of(true)))
                .acknowledged());
    }
}
