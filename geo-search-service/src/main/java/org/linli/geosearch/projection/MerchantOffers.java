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
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Which offers a merchant has that are not ended, as one document per merchant: found by id, because the store may have
 * no other index.
 */
final class MerchantOffers {
    private static final String COLLECTION = "merchantOffers";

    private final MongoOperations mongo;

    MerchantOffers(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** To be called with what is stored, so that a late event cannot bring back an ended offer. */
    void note(Collection<OfferView> offers) {
        List<WriteModel<Document>> writes = new ArrayList<>();
        for (OfferView offer : offers) {
            writes.add(new UpdateOneModel<>(
                    Filters.eq("_id", offer.merchantId()),
                    offer.ended() ? Updates.pull("offerIds", offer.id()) : Updates.addToSet("offerIds", offer.id()),
                    new UpdateOptions().upsert(!offer.ended())));
        }
        if (!writes.isEmpty()) {
            mongo.getCollection(COLLECTION).bulkWrite(writes);
        }
    }

    Set<String> of(Collection<String> merchantIds) {
        Set<String> offerIds = new HashSet<>();
        mongo.getCollection(COLLECTION)
                .find(Filters.in("_id", merchantIds))
                .forEach(document -> offerIds.addAll(document.getList("offerIds", String.class, List.of())));
        return offerIds;
    }
}
