package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.CreateIndexRequest;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes an index that is not there, and remembers in the index itself whether it was filled, and for which mapping. */
@Component
public class IndexSetup {
    private static final String FILLED = "filled";
    private static final String MAPPING = "mapping";

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
            create(index, settings.version(index, 1), settings.alias(index), refreshInterval());
        }
    }

    /** @return true when it is there, made now or before */
    boolean create(SearchIndex index, String name, String alias, String refreshInterval) {
        return calls.call(() -> {
            try {
                return elasticsearch
                        .indices()
                        .create(new CreateIndexRequest.Builder()
                                .index(name)
                                .mappings(mapping(index))
                                .aliases(alias, a -> a.isWriteIndex(true))
                                .settings(s -> s.numberOfShards(String.valueOf(settings.shards()))
                                        .numberOfReplicas(String.valueOf(settings.replicas()))
                                        .refreshInterval(t -> t.time(refreshInterval)))
                                .build())
                        .acknowledged();
            } catch (ElasticsearchException e) {
                if ("resource_already_exists_exception".equals(e.error().type())) {
                    return true;
                }
                throw e;
            }
        });
    }

    private String refreshInterval() {
        return settings.refreshInterval().toMillis() + "ms";
    }

    /** What was written while it was built becomes visible as in any index. */
    void refreshAsUsual(String alias) {
        calls.call(() -> elasticsearch
                .indices()
                .putSettings(put -> put.index(alias).settings(s -> s.refreshInterval(t -> t.time(refreshInterval()))))
                .acknowledged());
        calls.call(() -> elasticsearch.indices().refresh(refresh -> refresh.index(alias)));
    }

    private static TypeMapping mapping(SearchIndex index) throws IOException {
        try (InputStream mapping = Objects.requireNonNull(SearchIndex.class.getResourceAsStream(index.mapping()))) {
            return new TypeMapping.Builder().withJson(mapping).build();
        }
    }

    /** Whether {@link #markFilled} was called since the index was made. */
    public boolean isFilled(SearchIndex index) {
        return meta(index).containsKey(FILLED);
    }

    /** Whether the index in use was made for what is written today; an older one is to be rebuilt. */
    public boolean isCurrent(SearchIndex index) {
        JsonData version = meta(index).get(MAPPING);
        return version != null && version.to(Integer.class) == SearchIndex.MAPPING_VERSION;
    }

    private Map<String, JsonData> meta(SearchIndex index) {
        return calls.call(() ->
                elasticsearch
                        .indices()
                        .getMapping(mapping -> mapping.index(settings.alias(index)))
                        .result()
                        .values()
                        .stream()
                        .map(IndexMappingRecord::mappings)
                        .map(TypeMapping::meta)
                        .findFirst()
                        .orElse(Map.of()));
    }

    /** The index holds everything that was known when it was made; from here on events keep it right. */
    public void markFilled(SearchIndex index) {
        mark(settings.alias(index));
    }

    void mark(String alias) {
        calls.call(() -> elasticsearch
                .indices()
                .putMapping(mapping -> mapping.index(alias)
                        .meta(FILLED, JsonData.of(true))
                        .meta(MAPPING, JsonData.of(SearchIndex.MAPPING_VERSION)))
                .acknowledged());
    }

    /** An older index learns the fields that came since, so that it can be written to until the new one takes over. */
    public void extend(SearchIndex index) {
        calls.call(() -> elasticsearch
                .indices()
                .putMapping(mapping -> {
                    try {
                        return mapping.index(settings.alias(index))
                                .properties(mapping(index).properties());
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .acknowledged());
    }
}
