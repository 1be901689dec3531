package org.linli.loan.customerfile;

import java.util.Collection;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Which files share a person, phone or address: one document per keyed hash. A file is entered here before it is stored
 * with the key and taken out after it was stored without, so a crash leaves at most an entry too many, and whoever
 * reads asks the file itself.
 */
@Component
class SharedKeys {
    private static final String COLLECTION = "customer_file_keys";
    private static final int ATTEMPTS = 8;

    private final MongoOperations mongo;
    private final int most;

    SharedKeys(MongoOperations mongo, CustomerFileSettings settings) {
        this.mongo = mongo;
        this.most = settings.sharedFiles();
    }

    /** @param crowded more files share it than are remembered, such as the address of a market hall */
    @Document(COLLECTION)
    @TypeAlias("shared-key")
    record Sharing(@Id String key, List<String> files, boolean crowded) {
        Sharing {
            files = List.copyOf(files);
        }
    }

    void add(Collection<String> keys, String fileId) {
        keys.forEach(key -> add(key, fileId));
    }

    private void add(String key, String fileId) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Sharing known = of(key);
            if (known.files().contains(fileId)) {
                return;
            }
            Criteria one = Criteria.where("_id").is(key);
            if (known.files().size() >= most) {
                mongo.updateFirst(Query.query(one), Update.update("crowded", true), COLLECTION);
                return;
            }
            try {
                mongo.upsert(
                        Query.query(one),
                        new Update().addToSet("files", fileId).setOnInsert("crowded", false),
                        COLLECTION);
            } catch (DuplicateKeyException someoneWasFaster) {
                // The document is there now: the next round adds to it.
            }
        }
    }

    void drop(Collection<String> keys, String fileId) {
        keys.forEach(key -> mongo.updateFirst(
                Query.query(Criteria.where("_id").is(key)), new Update().pull("files", fileId), COLLECTION));
    }

    Sharing of(String key) {
        Sharing known = mongo.findById(key, Sharing.class, COLLECTION);
        return known == null ? new Sharing(key, List.of(), false) : known;
    }
}
