package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerException;
import io.netty.channel.Channel;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All databases of one store file. */
final class DurableBackend extends AbstractMongoBackend {

    private static final Logger log = LoggerFactory.getLogger(DurableBackend.class);

    private final MVStore store;

    DurableBackend(MVStore store) {
        this.store = store;
        store.getMapNames().stream()
                .filter(map -> map.startsWith(DurableDatabase.DOCUMENTS))
                .map(map -> Utils.firstFragment(map.substring(DurableDatabase.DOCUMENTS.length())))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        try {
            if (!command.equals("hello")) {
                return super.handleCommand(channel, database, command, query);
            }
            Document answer = super.handleCommand(channel, database, "ismaster", query);
            answer.put("isWritablePrimary", Boolean.TRUE);
            return answer;
        } catch (MongoServerException e) {
            throw e;
        } catch (RuntimeException e) {
            // The library would log the whole command, and with it somebody's data.
            log.error("{} in {} failed", command, database, e);
            throw e;
        }
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new DurableDatabase(name, store, getCursorRegistry());
    }
}
