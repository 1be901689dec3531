package org.linli.geosearch.projection;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.linli.geosearch.cells.Grid;
import org.linli.geosearch.cells.Grid.CellId;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Which merchants are, or once were, placed in a map cell, as one document per cell: found by id, because the store may
 * have no other index. Who moved away is left in: a removal could overtake the return.
 */
final class CellMerchants {
    private static final String COLLECTION = "cellMerchants";

    private final MongoOperations mongo;

    CellMerchants(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** To be called with what is stored. */
    void note(Collection<MerchantView> merchants) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (MerchantView merchant : merchants) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", Grid.cellOf(merchant.point()).text()),
                    Updates.addToSet("merchantIds", merchant.id()),
                    new UpdateOptions().upsert(true)));
        }
        if (!writes.isEmpty()) {
            mongo.getCollection(COLLECTION).bulkWrite(writes);
        }
    }

    Set<String> of(CellId cell) {
        Document found = mongo.getCollection(COLLECTION)
                .find(Filters.eq("_id", cell.text()))
                .first();
        return found == null ? Set.of() : new HashSet<>(found.getList("merchantIds", String.class, List.of()));
    }
}
