package org.linli.loan.straightthrough;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.LocalDate;
import java.util.ArrayList;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * How much of a business day's cap is used. One document a day; a place is taken in one write that checks and counts, so
 * that however many decide at once the cap holds, and the document knows its cases, so that a repetition counts once.
 */
@Component
class DailyCap {
    private static final String COLLECTION = "straight_through_days";
    private static final String COUNT = "count";
    private static final String AMOUNT = "amountFen";
    private static final String CASES = "cases";

    private final MongoOperations mongo;
    private final StraightThroughSettings settings;

    DailyCap(MongoOperations mongo, StraightThroughSettings settings) {
        this.mongo = mongo;
        this.settings = settings;
    }

    /** @param count approvals that took a place */
    record Used(LocalDate day, int count, long amountFen) {}

    /** @return whether the case has a place, taken now or before */
    boolean take(LocalDate day, String caseId, long amountFen) {
        if (settings.dailyCount() < 1 || amountFen > settings.dailyAmountFen()) {
            return false;
        }
        String id = day.toString();
        begin(id);
        Bson room = Filters.and(
                Filters.eq(id),
                Filters.lt(COUNT, settings.dailyCount()),
                Filters.lte(AMOUNT, settings.dailyAmountFen() - amountFen),
                Filters.ne(CASES, caseId));
        Bson taken =
                Updates.combine(Updates.inc(COUNT, 1), Updates.inc(AMOUNT, amountFen), Updates.push(CASES, caseId));
        boolean now = mongo.getCollection(COLLECTION).updateOne(room, taken).getMatchedCount() == 1;
        return now
                || mongo.getCollection(COLLECTION)
                                .countDocuments(Filters.and(Filters.eq(id), Filters.eq(CASES, caseId)))
                        == 1;
    }

    private void begin(String id) {
        try {
            mongo.getCollection(COLLECTION)
                    .updateOne(
                            Filters.eq(id),
                            Updates.combine(
                                    Updates.setOnInsert(COUNT, 0),
                                    Updates.setOnInsert(AMOUNT, 0L),
                                    Updates.setOnInsert(CASES, new ArrayList<String>())),
                            new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            // somebody else began the day at the same moment
        }
    }

    Used of(LocalDate day) {
        Document found =
                mongo.getCollection(COLLECTION).find(Filters.eq(day.toString())).first();
        return found == null
                ? new Used(day, 0, 0)
                : new Used(
                        day,
                        found.getInteger(COUNT, 0),
                        found.get(AMOUNT, Number.class).longValue());
    }
}
