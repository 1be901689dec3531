package org.linli.merchant.stock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.InsertManyOptions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
    private static final int ATTEMPTS = 5;

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

    /**
     * Takes these coupons out of the stock, as many as there are and in this order, in one atomic update.
     *
     * @param wanted reservations by coupon id
     * @return what was left after each coupon that was taken; without those that are reserved already or find nothing left
     */
    public Map<String, StockLevel> reserve(String offerId, Map<String, Reservation> wanted) {
        Map<String, Reservation> asked = wanted;
        for (int attempt = 1; !asked.isEmpty(); attempt++) {
            StockLevel left = take(offerId, asked);
            if (left != null) {
                return levels(asked.keySet(), left);
            }
            if (asked.size() == 1) {
                return Map.of();
            }
            OfferStock seen = find(offerId).orElse(null);
            asked = seen == null ? Map.of() : attempt < ATTEMPTS ? seen.possible(asked) : first(asked);
        }
        return Map.of();
    }

    private @Nullable StockLevel take(String offerId, Map<String, Reservation> asked) {
        Criteria free = Criteria.where("_id").is(offerId).and("remaining").gte(asked.size());
        Update take = new Update()
                .inc("remaining", -asked.size())
                .inc("revision", (long) asked.size())
                .inc("open", asked.size());
        asked.forEach((couponId, reservation) -> {
            free.and(RESERVATIONS + couponId).exists(false);
            take.set(RESERVATIONS + couponId, reservation);
        });
        Query query = Query.query(free);
        query.fields().include("remaining", "revision");
        return mongo.findAndModify(
                query, take, FindAndModifyOptions.options().returnNew(true), StockLevel.class, COLLECTION);
    }

    /** As if they had been taken one after the other. */
    private static Map<String, StockLevel> levels(Collection<String> couponIds, StockLevel afterAll) {
        Map<String, StockLevel> levels = new LinkedHashMap<>();
        int later = couponIds.size();
        for (String couponId : couponIds) {
            later--;
            levels.put(couponId, new StockLevel(afterAll.remaining() + later, afterAll.revision() - later));
        }
        return levels;
    }

    /** Where others keep changing what is possible, one goes alone: its answer needs no second look. */
    private static Map<String, Reservation> first(Map<String, Reservation> asked) {
        Map.Entry<String, Reservation> first = asked.entrySet().iterator().next();
        return Map.of(first.getKey(), first.getValue());
    }

    /** Puts the coupon back: only whoever removes the reservation adds it, so it comes back once. */
    public boolean release(Taken taken) {
        Update putBack = ended(taken).inc("remaining", 1).inc("revision", 1L);
        return mongo.updateFirst(held(taken), putBack, COLLECTION).getMatchedCount() == 1;
    }

    /** Forgets reservations whose coupons exist; those that are gone or another claim's are left alone. */
    public void confirm(Collection<Taken> all) {
        all.stream().collect(Collectors.groupingBy(Taken::offerId)).forEach((offerId, taken) -> {
            if (!confirmTogether(offerId, taken)) {
                confirmEach(taken);
            }
        });
    }

    /** @return false when one of them is gone or another claim's, and none was forgotten */
    private boolean confirmTogether(String offerId, List<Taken> taken) {
        Criteria held = Criteria.where("_id").is(offerId);
        Update ended = new Update().inc("open", -taken.size());
        for (Taken one : taken) {
            held.and(RESERVATIONS + one.couponId() + ".claimId").is(one.claimId());
            ended.unset(RESERVATIONS + one.couponId());
        }
        return mongo.updateFirst(Query.query(held), ended, COLLECTION).getMatchedCount() == 1;
    }

    private void confirmEach(List<Taken> taken) {
        var updates = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
        taken.forEach(one -> updates.updateOne(held(one), ended(one)));
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
