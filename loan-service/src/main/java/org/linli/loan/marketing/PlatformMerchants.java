package org.linli.loan.marketing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.linli.starter.geo.GeoPoint;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Keeps what merchant-service tells; an older event never overwrites a newer one. */
@Repository
class PlatformMerchants {
    static final String COLLECTION = "platform_merchants";

    private final MongoOperations mongo;

    PlatformMerchants(MongoOperations mongo) {
        this.mongo = mongo;
    }

    void keep(PlatformMerchant merchant) {
        PlatformMerchant known = mongo.findById(merchant.merchantId(), PlatformMerchant.class, COLLECTION);
        if (known == null) {
            try {
                mongo.insert(merchant, COLLECTION);
            } catch (DuplicateKeyException someoneWasFaster) {
                keep(merchant);
            }
            return;
        }
        if (known.sequence() < merchant.sequence()) {
            Query older = Query.query(Criteria.where("_id")
                    .is(merchant.merchantId())
                    .and("sequence")
                    .lt(merchant.sequence()));
            mongo.replace(older, merchant, COLLECTION);
        }
    }

    Optional<PlatformMerchant> find(String id) {
        return Optional.ofNullable(mongo.findById(id, PlatformMerchant.class, COLLECTION));
    }

    /** Approved ones of the circle, its edge included (rule G-1), nearest first. */
    List<PlatformMerchant> near(GeoPoint centre, int radiusMeters, int most) {
        Query around = Query.query(Criteria.where("cell")
                        .in(PlatformMerchant.cellsAround(centre, radiusMeters))
                        .and("approved")
                        .is(true))
                .limit(most);
        return mongo.find(around, PlatformMerchant.class, COLLECTION).stream()
                .filter(one -> one.point().metersTo(centre) <= radiusMeters)
                .sorted(Comparator.comparing(
                                (PlatformMerchant one) -> one.point().metersTo(centre))
                        .thenComparing(PlatformMerchant::merchantId))
                .toList();
    }
}
