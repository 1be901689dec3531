package org.linli.merchant.stock;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
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
    private static final String CLAIM_ID = ".claimId";
    private static final int ATTEMPTS = 5;
    /** For offers that have no limit a day. */
    public static final int ANY_NUMBER = Integer.MAX_VALUE;

    private static final FindOneAndUpdateOptions LEVEL_AFTERWARDS = new FindOneAndUpdateOptions()
            .returnDocument(ReturnDocument.AFTER)
            .projection(Projections.include("remaining", "revision", Days.FIELD));

    private static final BulkWriteOptions IN_ANY_ORDER = new BulkWriteOptions().ordered(false);

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
        return document(OfferStock.full(opening.offerId, opening.merchantId, opening.total));
    }

    private Document document(Object source) {
        Document document = new Document();
        mongo.getConverter().write(source, document);
        return document;
    }

    public Optional<OfferStock> find(String offerId) {
        return Optional.ofNullable(mongo.findById(offerId, OfferStock.class, COLLECTION));
    }

    /**
     * Takes these coupons out of the stock, as many as there are and in this order, in one atomic update.
     *
     * @param wanted reservations by coupon id
     * @param dailyLimit how many may be taken on one business day in all, or {@link #ANY_NUMBER}
     * @return what was left after each coupon that was taken; without those that are reserved already or find nothing
     *     left, in all or on their day
     */
    public Map<String, StockLevel> reserve(String offerId, Map<String, Reservation> wanted, int dailyLimit) {
        Map<String, Reservation> asked = wanted;
        for (int attempt = 1; !asked.isEmpty(); attempt++) {
            StockLevel left = take(offerId, asked, dailyLimit);
            if (left != null) {
                return levels(asked.keySet(), left);
            }
            if (asked.size() == 1) {
                return Map.of();
            }
            OfferStock seen = find(offerId).orElse(null);
            asked = seen == null ? Map.of() : attempt < ATTEMPTS ? seen.possible(asked, dailyLimit) : first(asked);
        }
        return Map.of();
    }

    /** Plain documents: every reservation is a field name of its own, which the mapping would look up and miss. */
    private @Nullable StockLevel take(String offerId, Map<String, Reservation> asked, int dailyLimit) {
        Days days = Days.of(asked.values());
        if (!days.fit(dailyLimit)) {
            return null;
        }
        List<Bson> free = new ArrayList<>(List.of(Filters.eq("_id", offerId), Filters.gte("remaining", asked.size())));
        List<Bson> take = new ArrayList<>(List.of(
                Updates.inc("remaining", -asked.size()),
                Updates.inc("revision", (long) asked.size()),
                Updates.inc("open", asked.size())));
        free.addAll(days.haveRoom(dailyLimit));
        take.addAll(days.taken());
        asked.forEach((couponId, reservation) -> {
            free.add(Filters.exists(RESERVATIONS + couponId, false));
            take.add(Updates.set(RESERVATIONS + couponId, document(reservation)));
        });
        Document left = mongo.execute(
                COLLECTION,
                stocks -> stocks.findOneAndUpdate(Filters.and(free), Updates.combine(take), LEVEL_AFTERWARDS));
        if (left == null) {
            return null;
        }
        forget(offerId, days.outdated(left.get(Days.FIELD, Document.class).keySet()));
        return new StockLevel(left.getInteger("remaining"), left.getLong("revision"));
    }

    /** Once a day in the life of an offer; whoever dies before leaves it to the next claim. */
    private void forget(String offerId, List<String> days) {
        if (!days.isEmpty()) {
            Update update = new Update();
            days.forEach(day -> update.unset(Days.path(day)));
            mongo.updateFirst(Query.query(Criteria.where("_id").is(offerId)), update, COLLECTION);
        }
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

    /** Puts the coupon back, to its day too: only whoever removes the reservation adds it, so it comes back once. */
    public boolean release(String offerId, String couponId, Reservation reservation) {
        Taken taken = new Taken(offerId, couponId, reservation.claimId());
        String day = Days.path(reservation.day());
        // A day that was forgotten stays forgotten.
        return putBack(
                        held(taken).addCriteria(Criteria.where(day).gt(0)),
                        ended(taken).inc(day, -1))
                || putBack(held(taken).addCriteria(Criteria.where(day).not().gt(0)), ended(taken));
    }

    private boolean putBack(Query held, Update ended) {
        return mongo.updateFirst(held, ended.inc("remaining", 1).inc("revision", 1L), COLLECTION)
                        .getMatchedCount()
                == 1;
    }

    /** Forgets reservations whose coupons exist; those that are gone or another claim's are left alone. */
    public void confirm(Collection<Taken> all) {
        List<WriteModel<Document>> stocks =
                all.stream().collect(Collectors.groupingBy(Taken::offerId)).entrySet().stream()
                        .map(stock -> confirmation(stock.getKey(), stock.getValue()))
                        .toList();
        if (stocks.isEmpty()) {
            return;
        }
        BulkWriteResult result = mongo.execute(COLLECTION, target -> target.bulkWrite(stocks, IN_ANY_ORDER));
        if (result == null || result.getMatchedCount() < stocks.size()) {
            confirmEach(all);
        }
    }

    /** Of one stock; when one of them is gone or another claim's, none is forgotten. */
    private static WriteModel<Document> confirmation(String offerId, List<Taken> taken) {
        List<Bson> held = new ArrayList<>(List.of(Filters.eq("_id", offerId)));
        List<Bson> ended = new ArrayList<>(List.of(Updates.inc("open", -taken.size())));
        for (Taken one : taken) {
            held.add(Filters.eq(RESERVATIONS + one.couponId() + CLAIM_ID, one.claimId()));
            ended.add(Updates.unset(RESERVATIONS + one.couponId()));
        }
        return new UpdateOneModel<>(Filters.and(held), Updates.combine(ended));
    }

    private void confirmEach(Collection<Taken> taken) {
        var updates = mongo.bulkOps(BulkMode.UNORDERED, COLLECTION);
        taken.forEach(one -> updates.updateOne(held(one), ended(one)));
        updates.execute();
    }

    private static Query held(Taken taken) {
        return Query.query(Criteria.where("_id")
                .is(taken.offerId())
                .and(RESERVATIONS + taken.couponId() + CLAIM_ID)
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
