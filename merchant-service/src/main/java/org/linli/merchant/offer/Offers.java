package org.linli.merchant.offer;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** An offer's id begins with its merchant's: a merchant's offers lie side by side and are read as one range. */
@Repository
class Offers extends AggregateStore<Offer> {
    static final String COLLECTION = "offers";
    private static final String SEPARATOR = "-";
    private static final String AFTER_SEPARATOR = ".";

    Offers(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Offer.class, COLLECTION);
    }

    static String id(String merchantId, String ownPart) {
        return merchantId + SEPARATOR + ownPart;
    }

    List<Offer> ofMerchant(String merchantId, @Nullable String afterId, int limit) {
        String from = merchantId + SEPARATOR;
        // A cursor comes from outside: it may not reach before the merchant's own.
        String after = afterId == null || afterId.compareTo(from) < 0 ? from : afterId;
        Criteria range = Criteria.where("_id").gt(after).lt(merchantId + AFTER_SEPARATOR);
        return find(Query.query(range).with(Sort.by("_id")).limit(limit));
    }

    /** The ids of a merchant's offers that lie elsewhere in the organisation tree than here. */
    List<String> notAt(String organisationPath, String merchantId) {
        Criteria elsewhere = Criteria.where("_id")
                .gt(merchantId + SEPARATOR)
                .lt(merchantId + AFTER_SEPARATOR)
                .and("organisationPath")
                .ne(organisationPath);
        return find(Query.query(elsewhere)).stream().map(Offer::id).toList();
    }

    /** Those whose time came within these minutes, by id. */
    List<Offer> dueWithin(long fromMinute, long toMinute, Instant now, String afterId, int limit) {
        List<Long> minutes =
                LongStream.rangeClosed(fromMinute, toMinute).boxed().toList();
        Criteria due = Criteria.where("due.minute")
                .in(minutes)
                .and("due.at")
                .lte(now)
                .and("_id")
                .gt(afterId);
        return find(Query.query(due).with(Sort.by("_id")).limit(limit));
    }

    /** All whose time came, and those that were stored before offers knew their time. Looks at everything. */
    List<Offer> allDue(Instant now, String afterId, int limit) {
        Criteria unplanned = Criteria.where("status")
                .in(OfferStatus.LIVE, OfferStatus.PAUSED)
                .and("due")
                .exists(false);
        Criteria due = new Criteria()
                .orOperator(
                        Criteria.where("due.minute")
                                .lte(Due.minuteOf(now))
                                .and("due.at")
                                .lte(now),
                        unplanned)
                .and("_id")
                .gt(afterId);
        return find(Query.query(due).with(Sort.by("_id")).limit(limit));
    }

    List<Offer> inReview(List<String> organisationPaths, @Nullable String afterId, int limit) {
        Criteria waiting = Criteria.where("status")
                .is(OfferStatus.IN_REVIEW)
                .and("organisationPath")
                .regex(Pattern.compile(
                        "^(" + organisationPaths.stream().map(Pattern::quote).collect(joining("|")) + ")"));
        if (afterId != null) {
            waiting.and("_id").gt(afterId);
        }
        return find(Query.query(waiting).with(Sort.by("_id")).limit(limit));
    }
}
