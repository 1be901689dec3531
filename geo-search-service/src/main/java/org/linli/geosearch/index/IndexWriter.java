package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Writes documents under the version of what they were made from: an older one never replaces a newer one, whatever
 * the order of arrival. Bulk; visible after the index's refresh interval.
 */
@Component
public class IndexWriter {
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;

    private final ElasticsearchClient elasticsearch;
    private final IndexCalls calls;
    private final IndexSettings settings;

    IndexWriter(PatientClient client, IndexCalls calls, IndexSettings settings) {
        this.elasticsearch = client.elasticsearch();
        this.calls = calls;
        this.settings = settings;
    }

    /** @param version grows with every change of anything the document was made from */
    public record Versioned<T extends PlacedDocument>(T document, long version) {}

    /**
     * Writes to the index in use and to the one that is being built, if there is one: looked up after the documents'
     * views were stored, so that whoever finds none has stored before the building began to read.
     *
     * @throws org.linli.starter.web.DependencyUnavailableException when it should be tried again
     * @throws IllegalStateException when Elasticsearch refuses a document
     */
    public <T extends PlacedDocument> void write(SearchIndex index, List<Versioned<T>> documents) {
        if (documents.isEmpty()) {
            return;
        }
        List<String> targets = isBeingBuilt(index)
                ? List.of(settings.alias(index), settings.next(index))
                : List.of(settings.alias(index));
        write(index, targets, documents);
    }

    /** Writes to the index that is being built only. */
    public <T extends PlacedDocument> void writeNext(SearchIndex index, List<Versioned<T>> documents) {
        if (!documents.isEmpty()) {
            write(index, List.of(settings.next(index)), documents);
        }
    }

    private boolean isBeingBuilt(SearchIndex index) {
        return calls.call(() -> elasticsearch
                .indices()
                .existsAlias(alias -> alias.name(settings.next(index)))
                .value());
    }

    private <T extends PlacedDocument> void write(
            SearchIndex index, List<String> targets, List<Versioned<T>> documents) {
        // Never let a write make an index by itself: it would have the wrong mapping.
        BulkRequest.Builder bulk = new BulkRequest.Builder().requireAlias(true);
        for (Versioned<T> versioned : documents) {
            for (String target : targets) {
                bulk.operations(operation -> operation.index(write -> write.index(target)
                        .id(versioned.document().id())
                        .versionType(VersionType.External)
                        .version(versioned.version())
                        .document(versioned.document())));
            }
        }
        BulkResponse response = calls.call(() -> elasticsearch.bulk(bulk.build()));
        if (response.errors()) {
            response.items().stream().filter(item -> !isGone(item, index)).forEach(this::judge);
        }
    }

    /** The one that was being built has taken its place meanwhile, or was given up. */
    private boolean isGone(BulkResponseItem item, SearchIndex index) {
        return item.status() == NOT_FOUND && settings.next(index).equals(item.index());
    }

    private void judge(BulkResponseItem item) {
        ErrorCause error = item.error();
        // A conflict says that something newer, or the same, is there already.
        if (error != null && item.status() != CONFLICT) {
            throw calls.judge(item.status(), new IllegalStateException(error.type() + " for " + item.id()));
        }
    }
}
