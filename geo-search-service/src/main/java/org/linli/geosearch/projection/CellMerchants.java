package org.linli.geosearch.projection;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
        Map<CellId, List<String>> byCell = new HashMap<>();
        for (MerchantView merchant : merchants) {
            byCell.computeIfAbsent(Grid.cellOf(merchant.point()), same -> new ArrayList<>())
                    .add(merchant.id());
        }
        // One update per cell: in the middle of a town each would write thousands of ids again.
        List<WriteModel<Document>> writes = new ArrayList<>();
        byCell.forEach((cell, ids) -> writes.add(new UpdateOneModel<>(
                Filters.eq("_id", cell.text()),
                Updates.addEachToSet("merchantIds", ids),
                new UpdateOptions().upsert(true))));
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
