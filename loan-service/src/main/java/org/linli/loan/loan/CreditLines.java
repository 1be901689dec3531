package org.linli.loan.loan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The lines. Drawing and restoring are one atomic update each that finds its precondition met or does nothing: however
 * many draw at once, the limit is never exceeded and nobody waits for a lock.
 */
@Component
public class CreditLines {
    /** Draws of one line that are not repaid. */
    static final int MOST_OPEN_DRAWS = 200;

    private static final ZoneId BANK_ZONE = ZoneId.of("Asia/Shanghai");

    private final MongoOperations mongo;
    private final AggregateStore<CreditLine> store;
    private final Clock clock;

    CreditLines(MongoOperations mongo, OutboxRelay relay, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.store = new AggregateStore<>(mongo, relay, CreditLine.class, CreditLine.COLLECTION);
    }

    /** Opens the line under the id of its case; repeated, it is the same line. */
    public void open(LoanOrigin origin, AgreedTerms terms, LocalDate today) {
        try {
            store.insert(CreditLine.opened(origin.caseId(), origin, terms, today));
        } catch (DuplicateKeyException openedBefore) {
            // The service died after this step: the line stands as it was opened, with what was drawn since.
        }
    }

    /** Where draws of the line come from and the terms they have; empty when there is no such line. */
    public Optional<DrawTerms> termsOf(String lineId) {
        return store.find(lineId).map(line -> new DrawTerms(line.origin(), line.terms()));
    }

    public record DrawTerms(LoanOrigin line, AgreedTerms terms) {}

    /** The same, for the owner of the line only. */
    public Optional<DrawTerms> ownedBy(String lineId, Caller caller) {
        String merchantId = caller.attribute("merchantId");
        return termsOf(lineId)
                .filter(found ->
                        caller.has("OWNER") && found.line().merchantId().equals(merchantId));
    }

    /**
     * Takes an amount from the limit for a draw. A repetition with the same id takes nothing more.
     *
     * @param dueOn when the draw is due at last
     */
    public DrawReservation reserve(String lineId, String drawId, long amountFen, LocalDate today, LocalDate dueOn) {
        Optional<CreditLine> line = store.find(lineId);
        if (line.filter(one -> one.holds(drawId)).isPresent()) {
            return new DrawReservation.Reserved();
        }
        Optional<DrawReservation> refusal = refusal(lineId, amountFen, today, dueOn);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return took(lineId, drawId, amountFen) ? new DrawReservation.Reserved() : whyNot(lineId, drawId);
    }

    /** What speaks against a draw at the moment; takes nothing. */
    public Optional<DrawReservation> refusal(String lineId, long amountFen, LocalDate today, LocalDate dueOn) {
        Optional<CreditLine> line = store.find(lineId);
        if (line.isEmpty()) {
            return Optional.of(new DrawReservation.NoLine());
        }
        LocalDate expiresOn = line.get().expiresOn();
        if (line.get().isExpired(today)) {
            return Optional.of(new DrawReservation.Expired(expiresOn));
        }
        if (dueOn.isAfter(expiresOn)) {
            return Optional.of(new DrawReservation.DueAfterExpiry(expiresOn));
        }
        long availableFen = line.get().availableFen();
        return availableFen < amountFen
                ? Optional.of(new DrawReservation.LimitExceeded(availableFen))
                : Optional.empty();
    }

    private boolean took(String lineId, String drawId, long amountFen) {
        Query room = Query.query(Criteria.where("_id")
                .is(lineId)
                .and("availableFen")
                .gte(amountFen)
                .and("openDraws")
                .lt(MOST_OPEN_DRAWS)
                .and(path(drawId))
                .exists(false));
        Update taking = new Update()
                .inc("availableFen", -amountFen)
                .inc("openDraws", 1)
                .inc("version", 1)
                .set(path(drawId) + ".outstandingFen", amountFen);
        return changed(room, taking);
    }

    private DrawReservation whyNot(String lineId, String drawId) {
        CreditLine now = store.find(lineId).orElseThrow();
        if (now.holds(drawId)) {
            return new DrawReservation.Reserved();
        }
        return now.openDraws() >= MOST_OPEN_DRAWS
                ? new DrawReservation.TooManyDraws(MOST_OPEN_DRAWS)
                : new DrawReservation.LimitExceeded(now.availableFen());
    }

    /**
     * Gives principal that came back to the limit, so that it may be drawn again. The same reference counts once.
     *
     * @param reference of the repayment, or of whatever else brought the money back
     * @return false when nothing was restored: repeated, no such open draw, or more than is outstanding
     */
    public boolean restore(String lineId, String drawId, String reference, long amountFen) {
        Query outstanding = Query.query(Criteria.where("_id")
                .is(lineId)
                .and(path(drawId) + ".outstandingFen")
                .gte(amountFen)
                .and(path(drawId) + ".restored")
                .ne(reference));
        Update giving = new Update()
                .inc("availableFen", amountFen)
                .inc("version", 1)
                .inc(path(drawId) + ".outstandingFen", -amountFen)
                .push(path(drawId) + ".restored", reference);
        boolean restored = changed(outstanding, giving);
        forgetIfRepaid(lineId, drawId);
        return restored;
    }

    /** A draw that is repaid leaves the document: a repeated reference finds no draw, which restores nothing either. */
    private void forgetIfRepaid(String lineId, String drawId) {
        Query repaid = Query.query(Criteria.where("_id")
                .is(lineId)
                .and(path(drawId) + ".outstandingFen")
                .is(0L));
        changed(repaid, new Update().unset(path(drawId)).inc("openDraws", -1).inc("version", 1));
    }

    private boolean changed(Query precondition, Update update) {
        return mongo.updateFirst(precondition, update, CreditLine.COLLECTION).getModifiedCount() == 1;
    }

    private static String path(String drawId) {
        return "draws." + drawId;
    }

    boolean isExpired(CreditLine line) {
        return line.isExpired(LocalDate.ofInstant(clock.instant(), BANK_ZONE));
    }

    Optional<CreditLine> visibleTo(String id, Caller caller) {
        String merchantId = caller.attribute("merchantId");
        return store.find(id)
                .filter(line -> caller.has("OWNER") && merchantId != null && line.isOf(merchantId)
                        || caller.oversees(line.origin().organisationPath()));
    }

    List<CreditLine> ofMerchant(String merchantId, @Nullable String before, int limit) {
        Criteria own = Criteria.where("origin.merchantId").is(merchantId);
        Criteria all = before == null ? own : own.and("_id").lt(before);
        return store.find(
                Query.query(all).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit));
    }
}
