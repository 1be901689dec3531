package org.linli.merchant.participation;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.Prize;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** The only way to change a pool: each method is one atomic update that finds its precondition met or does nothing. */
@Repository
class PrizePools {
    static final String COLLECTION = "prize_pools";
    private static final String RESERVATIONS = "reservations.";
    private static final String LEFT = "left.";
    private static final String OPEN = "open";
    /** Each failed one means that a prize ran out or that someone else is at the same participation. */
    private static final int ATTEMPTS = 50;

    private final MongoOperations mongo;

    PrizePools(MongoOperations mongo) {
        this.mongo = mongo;
    }

    /** What became of an attempt to reserve. */
    sealed interface Outcome {}

    /** @param entered with the prizes that were there */
    record Reserved(Entered entered) implements Outcome {}

    /** Nothing is to be given or done: there is nothing to reserve. */
    record NothingToReserve(Entered entered) implements Outcome {}

    /** @param held another attempt's reservation for the same participation */
    record InTheWay(PrizePool pool, Entered held) implements Outcome {}

    /** Takes what is there of the wanted prizes out of the pool, all in one atomic update. */
    Outcome reserve(Campaign campaign, String participationId, Entered wanted) {
        Entered asked = wanted;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (!asked.isFollowedUp(campaign)) {
                return new NothingToReserve(asked);
            }
            if (take(campaign, participationId, asked)) {
                return new Reserved(asked);
            }
            PrizePool seen = find(campaign.id()).orElseGet(() -> open(campaign));
            Entered held = seen.reservationOf(participationId);
            if (held != null) {
                return new InTheWay(seen, held);
            }
            asked = wanted.winning(seen.available(wanted.prizeIds()));
        }
        throw new DependencyUnavailableException("the pool of campaign " + campaign.id() + " is too busy", null);
    }

    /** Laid in by the first who needs it, from a plan that does not change any more. */
    private PrizePool open(Campaign campaign) {
        PrizePool full = PrizePool.full(campaign);
        try {
            return mongo.insert(full, COLLECTION);
        } catch (DuplicateKeyException someoneWasFaster) {
            return find(campaign.id()).orElseThrow();
        }
    }

    private boolean take(Campaign campaign, String participationId, Entered asked) {
        List<Bson> free = new ArrayList<>(
                List.of(Filters.eq("_id", campaign.id()), Filters.exists(RESERVATIONS + participationId, false)));
        List<Bson> take = new ArrayList<>(
                List.of(Updates.inc(OPEN, 1), Updates.set(RESERVATIONS + participationId, document(asked))));
        limited(campaign, asked).forEach(prize -> {
            free.add(Filters.gte(LEFT + prize, 1));
            take.add(Updates.inc(LEFT + prize, -1));
        });
        return update(free, take);
    }

    /** Puts the prizes back: only whoever removes the reservation adds them, so they come back once. */
    boolean release(Campaign campaign, String participationId, Entered entered) {
        List<Bson> back = ended(participationId);
        limited(campaign, entered).forEach(prize -> back.add(Updates.inc(LEFT + prize, 1)));
        return update(held(campaign.id(), participationId, entered), back);
    }

    /** Forgets the reservation of a settled participation; another attempt's is left alone. */
    boolean confirm(String campaignId, String participationId, Entered entered) {
        return update(held(campaignId, participationId, entered), ended(participationId));
    }

    private static List<String> limited(Campaign campaign, Entered entered) {
        return entered.prizes(campaign).stream()
                .filter(prize -> prize.quantity() != null)
                .map(Prize::id)
                .toList();
    }

    private static List<Bson> held(String campaignId, String participationId, Entered entered) {
        return List.of(
                Filters.eq("_id", campaignId),
                Filters.eq(RESERVATIONS + participationId + ".attemptId", entered.attemptId()));
    }

    private static List<Bson> ended(String participationId) {
        return new ArrayList<>(List.of(Updates.unset(RESERVATIONS + participationId), Updates.inc(OPEN, -1)));
    }

    private boolean update(List<Bson> filter, List<Bson> change) {
        UpdateResult result =
                mongo.execute(COLLECTION, pools -> pools.updateOne(Filters.and(filter), Updates.combine(change)));
        return result != null && result.getMatchedCount() == 1;
    }

    private Document document(Entered entered) {
        Document document = new Document();
        mongo.getConverter().write(entered, document);
        return document;
    }

    Optional<PrizePool> find(String campaignId) {
        return Optional.ofNullable(mongo.findById(campaignId, PrizePool.class, COLLECTION));
    }

    /** Pools with unfinished participations, by campaign id, after the given one. */
    List<PrizePool> withReservations(@Nullable String after, int limit) {
        Criteria criteria = Criteria.where(OPEN).gt(0);
        if (after != null) {
            criteria.and("_id").gt(after);
        }
        return mongo.find(Query.query(criteria).with(Sort.by("_id")).limit(limit), PrizePool.class, COLLECTION);
    }
}
