package org.linli.merchant.participation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.linli.merchant.campaign.Limits;
import org.linli.merchant.participation.TakingResult.Reason;

/**
 * A person's participations in one campaign, the first one first. Numbers have no gaps, and the one after the last can be
 * taken once: so whoever takes it has counted all before it, and both limits hold.
 */
record Tries(List<Participation> all) {
    Optional<Participation> under(String keyScope) {
        return all.stream()
                .filter(one -> one.entered().keyScope().equals(keyScope))
                .findFirst();
    }

    /** Empty while one more is allowed. */
    Optional<Reason> refusal(Limits limits, Instant at) {
        String day = Entered.day(at);
        if (all.size() >= limits.inAll()) {
            return Optional.of(Reason.NO_MORE);
        }
        long today = all.stream().filter(one -> one.entered().day().equals(day)).count();
        return today >= limits.perDay() ? Optional.of(Reason.NO_MORE_TODAY) : Optional.empty();
    }

    int next() {
        return all.size() + 1;
    }

    /** Counting the one to come. */
    int daysInARow(Instant at) {
        if (all.isEmpty()) {
            return 1;
        }
        Entered last = all.get(all.size() - 1).entered();
        LocalDate yesterday = LocalDate.parse(Entered.day(at)).minusDays(1);
        return last.day().equals(yesterday.toString()) ? last.daysInARow() + 1 : 1;
    }
}
