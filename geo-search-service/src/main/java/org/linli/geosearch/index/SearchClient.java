package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.DefaultTransportOptions;
import co.elastic.clients.transport.ElasticsearchTransportBase;
import java.io.IOException;

/** For searches somebody waits for; see {@link DirectHttp}. */
record SearchClient(ElasticsearchClient elasticsearch) implements AutoCloseable {

    static SearchClient of(IndexSettings settings) {
        return new SearchClient(new ElasticsearchClient(new Transport(settings)));
    }

    @Override
    public void close() throws IOException {
        elasticsearch._transport().close();
    }

    private static final class Transport extends ElasticsearchTransportBase {
        Transport(IndexSettings settings) {
            super(new DirectHttp(settings), DefaultTransportOptions.EMPTY, new Jackson3JsonpMapper());
        }
    }
}
