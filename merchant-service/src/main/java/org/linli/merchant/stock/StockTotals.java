package org.linli.merchant.stock;

import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Raises and lowers how many coupons there are in all: one atomic update that finds the total it was computed from and
 * enough left, or does nothing. The caller numbers its changes; a change that was overtaken by a later one, or was made
 * before, does nothing either, so any number may finish the same change.
 */
@Repository
public class StockTotals {
    private static final int ATTEMPTS = 20;
    private static final String EDITION = "edition";

    private final MongoOperations mongo;
    private final Stocks stocks;

    public StockTotals(MongoOperations mongo, Stocks stocks) {
        this.mongo = mongo;
        this.stocks = stocks;
    }

    /** What became of a change. */
    public sealed interface Resizing {
        /** The stock has this total now, by this change. */
        record Made(StockLevel level) implements Resizing {}

        record BelowClaimed(int claimed) implements Resizing {}

        /** A later change was there before. */
        record Overtaken() implements Resizing {}
    }

    /** Lays in a stock, or brings one that was laid in before to what is wanted now. */
    public Resizing layIn(String offerId, String merchantId, int total, int edition) {
        stocks.open(offerId, merchantId, total);
        return resize(offerId, total, edition);
    }

    /** @param edition grows with every change of the same stock; a new stock has edition 0 */
    public Resizing resize(String offerId, int total, int edition) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Seen seen = Seen.of(mongo.findById(offerId, Document.class, Stocks.COLLECTION), offerId);
            if (seen.edition > edition) {
                return new Resizing.Overtaken();
            }
            if (seen.edition == edition && seen.total == total) {
                return new Resizing.Made(new StockLevel(seen.remaining, seen.revision));
            }
            boolean refused = seen.edition == edition || total < seen.claimed();
            Optional<StockLevel> written = write(offerId, seen, refused ? seen.total : total, edition);
            if (written.isPresent()) {
                return refused ? new Resizing.BelowClaimed(seen.claimed()) : new Resizing.Made(written.get());
            }
        }
        throw new DependencyUnavailableException("the stock changes too fast to be resized", null);
    }

    /** A refusal is written too: a slow second finisher of the same change must not succeed where the first did not. */
    private Optional<StockLevel> write(String offerId, Seen seen, int total, int edition) {
        int more = total - seen.total;
        Criteria unchanged = Criteria.where("_id")
                .is(offerId)
                .and("total")
                .is(seen.total)
                .and("remaining")
                .gte(-more);
        if (seen.edition > 0) {
            unchanged.and(EDITION).is(seen.edition);
        } else {
            unchanged.and(EDITION).exists(false);
        }
        Query query = Query.query(unchanged);
        query.fields().include("remaining", "revision");
        Update update = new Update()
                .set("total", total)
                .set(EDITION, edition)
                .inc("remaining", more)
                .inc("revision", 1L);
        return Optional.ofNullable(mongo.findAndModify(
                query, update, FindAndModifyOptions.options().returnNew(true), StockLevel.class, Stocks.COLLECTION));
    }

    private record Seen(int total, int remaining, long revision, int edition) {
        /** With claims that are not finished yet: their coupons are promised. */
        int claimed() {
            return total - remaining;
        }

        static Seen of(@Nullable Document stock, String offerId) {
            if (stock == null) {
                throw new IllegalStateException("offer " + offerId + " has no stock");
            }
            return new Seen(
                    stock.getInteger("total"),
                    stock.getInteger("remaining"),
                    stock.get("revision", Number.class).longValue(),
                    stock.getInteger(EDITION, 0));
        }
    }
}
