package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.linli.loan.application.OwnerClaim.Claim;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Parallel applications of one person over several merchants: allowed up to a limit, whoever is faster. */
@Component
class OwnerClaims {
    private static final int ATTEMPTS = 16;

    private final MongoOperations mongo;
    private final int openPerOwner;
    private final Clock clock;

    OwnerClaims(MongoOperations mongo, ApplicationSettings settings, Clock clock) {
        this.mongo = mongo;
        this.openPerOwner = settings.openPerOwner();
        this.clock = clock;
    }

    /**
     * Claims the person's place for an application that is about to be stored.
     *
     * @param stored looks applications up
     * @return the open application that is in the way; empty when the place is taken
     */
    Optional<String> claim(
            String person,
            String applicationId,
            String productCode,
            Function<List<String>, Map<String, LoanApplication>> stored) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            OwnerClaim file = of(person);
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            List<String> open = new ArrayList<>();
            List<String> over = new ArrayList<>();
            sort(file, productCode, stored, now, open, over);
            if (file.has(applicationId)) {
                return Optional.empty();
            }
            if (open.size() >= openPerOwner) {
                return Optional.of(open.get(open.size() - 1));
            }
            if (store(file.with(new Claim(applicationId, productCode, now), over))) {
                return Optional.empty();
            }
        }
        throw new OptimisticLockingFailureException("too many submissions of one person at once");
    }

    /** The person's open applications for a product, as many as block another one. */
    Optional<String> inTheWay(
            String person, String productCode, Function<List<String>, Map<String, LoanApplication>> stored) {
        List<String> open = new ArrayList<>();
        sort(of(person), productCode, stored, clock.instant(), open, new ArrayList<>());
        return open.size() >= openPerOwner ? Optional.of(open.get(open.size() - 1)) : Optional.empty();
    }

    private static void sort(
            OwnerClaim file,
            String productCode,
            Function<List<String>, Map<String, LoanApplication>> stored,
            Instant now,
            List<String> open,
            List<String> over) {
        List<Claim> claims = file.of(productCode);
        Map<String, LoanApplication> found =
                stored.apply(claims.stream().map(Claim::applicationId).toList());
        for (Claim claim : claims) {
            LoanApplication application = found.get(claim.applicationId());
            boolean counts = application == null
                    ? claim.isUnderWay(now)
                    : application.stage().isOpen();
            (counts ? open : over).add(claim.applicationId());
        }
    }

    void forget(String person) {
        mongo.remove(Query.query(Criteria.where("_id").is(person)), OwnerClaim.class);
    }

    private OwnerClaim of(String person) {
        OwnerClaim file = mongo.findById(person, OwnerClaim.class);
        return file == null ? OwnerClaim.none(person) : file;
    }

    private boolean store(OwnerClaim file) {
        try {
            mongo.save(file);
            return true;
        } catch (OptimisticLockingFailureException | DuplicateKeyException changedMeanwhile) {
            return false;
        }
    }
}
