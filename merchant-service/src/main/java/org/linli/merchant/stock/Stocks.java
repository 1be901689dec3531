package org.linli.merchant.stock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The only way to change a stock: each method is one atomic update that finds its precondition met or does nothing. */
@Repository
public class Stocks {
    static final String COLLECTION = "offer_stocks";
    private static final String RESERVATIONS = "reservations.";

    private final MongoOperations mongo;

    public Stocks(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Lays in the stock; a stock that exists is left as it is. */
    public void open(String offerId, String merchantId, int total) {
        try {
            mongo.insert(OfferStock.full(offerId, merchantId, total), COLLECTION);
        } catch (DuplicateKeyException openedBefore) {
            // A repeated publication: what was claimed meanwhile stays claimed.
        }
    }

    /** {@link #open} for many. */
    public void openAll(Collection<Opening> openings) {
        List<Document> documents = openings.stream().map(this::document).toList();
        if (documents.isEmpty()) {
            return;
        }
        mongo.execute(COLLECTION, target -> {
            try {
                return target.insertMany(documents, new InsertManyOptions().ordered(false));
            } catch (MongoBulkWriteException e) {
                boolean onlyOpenedBefore = e.getWriteConcernError() == null
                        && e.getWriteErrors().stream()
                                .allMatch(error ->
                                        ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
                if (onlyOpenedBefore) {
                    return null;
                }
                throw e;
            }
        });
    }

    /** A stock to lay in. */
    public record Opening(String offerId, String merchantId, int total) {}

    private Document document(Opening opening) {
        Document document = new Document();
        mongo.getConverter().write(OfferStock.full(opening.offerId, opening.merchantId, opening.total), document);
        return document;
    }

    public Optional<OfferStock> find(String offerId) {
        return Optional.ofNullable(mongo.findById(offerId, OfferStock.class, COLLECTION));
    }

    /** Takes one coupon out of the stock; empty when nothing is left or this coupon is reserved already. */
    public Optional<StockLevel> reserve(String offerId, String couponId, Reservation reservation) {
        Query free = Query.query(Criteria.where("_id")
                .is(offerId)
                .and("remaining")
                .gt(0)
                .and(RESERVATIONS + couponId)
                .exists(false));
        free.fields().include("remaining", "revision");
        Update take = new Update()
                .inc("remaining", -1)
                .inc("revision", 1L)
                .inc("open", 1)
                .set(RESERVATIONS + couponId, reservation);
        return Optional.ofNullable(mongo.findAndModify(
                free, take, FindAndModifyOptions.options().returnNew(true), StockLevel.class, COLLECTION));
    }

    /** Puts the coupon back: only whoever removes the reservation adds it, so it comes back once. */
    public boolean release(Taken taken) {
        Update putBack = ended(taken).inc("remaining", 1).inc("revision", 1L);
        return mongo.updateFirst(held(taken), putBack, COLLECTION).getMatchedCount() == 1;
    }

    /** Forgets reservations whose coupons exist; those that are gone or another claim's are left alone. */
    public void confirm(Collection<Taken> all) {
        if (all.isEmpty()) {
            return;
        }
        var updates = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
        all.forEach(taken -> updates.updateOne(held(taken), ended(taken)));
        updates.execute();
    }

    private static Query held(Taken taken) {
        return Query.query(Criteria.where("_id")
                .is(taken.offerId())
                .and(RESERVATIONS + taken.couponId() + ".claimId")
                .is(taken.claimId()));
    }

    private static Update ended(Taken taken) {
        return new Update().unset(RESERVATIONS + taken.couponId()).inc("open", -1);
    }

    /** Stocks with unfinished claims, by offer id, after the given one. */
    public List<OfferStock> withReservations(@Nullable String after, int limit) {
        Criteria criteria = Criteria.where("open").gt(0);
        if (after != null) {
            criteria.and("_id").gt(after);
        }
        return mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(limit), OfferStock.class, COLLECTION);
    }
}
