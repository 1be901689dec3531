package org.linli.geosearch.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import org.elasticsearch.client.ResponseException;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells an index that is away (try again) from a request of ours that is wrong (a bug). */
@Component
class IndexCalls {
    private static final String NAME = "elasticsearch";

    private final ApplicationEventPublisher events;

    IndexCalls(ApplicationEventPublisher events) {
        this.events = events;
    }

    interface Call<R> {
        R run() throws IOException;
    }

    /** @throws DependencyUnavailableException when Elasticsearch is away, overloaded, or has lost the index */
    <R> R call(Call<R> call) {
        try {
            return call.run();
        } catch (ElasticsearchException e) {
            throw judge(e.status(), e);
        } catch (ResponseException e) {
            throw judge(e.getResponse().getStatusLine().getStatusCode(), e);
        } catch (TransportException e) {
            throw judge(e.statusCode(), e);
        } catch (IOException e) {
            throw new DependencyUnavailableException(NAME, e);
        }
    }

    /**
     * Only a plain 400 is about what was sent. A status of 404 means that the index is not there: only whole indices and
     * aliases are ever asked for. Whatever else, also a full disk (403 or 429) or wrong credentials, is no record's fault.
     */
    RuntimeException judge(int status, Exception cause) {
        if (status == 400) {
            return new IllegalStateException("elasticsearch refused", cause);
        }
        if (status == 404) {
            events.publishEvent(new IndexMissing());
        }
        return new DependencyUnavailableException(NAME, cause);
    }
}
