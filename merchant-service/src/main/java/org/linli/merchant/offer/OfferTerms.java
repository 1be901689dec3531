package org.linli.merchant.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.starter.web.FieldProblem;

/**
 * What is promised.
 *
 * @param validUntil exclusive: the window is half-open (rule M-2)
 * @param stock how many coupons there are in all
 * @param perPersonLimit how many of them one person may claim
 * @param conditions absent from older documents: none
 */
record OfferTerms(
        String title,
        Discount discount,
        Category category,
        Instant validFrom,
        Instant validUntil,
        int stock,
        int perPersonLimit,
        @Nullable String text,
        Conditions conditions) {
    private static final Duration LONGEST = Duration.ofDays(731);

    @SuppressWarnings("ConstantValue") // the store gives null where a document has nothing
    OfferTerms {
        conditions = conditions == null ? Conditions.NONE : conditions;
    }

    List<FieldProblem> problems(Instant now) {
        List<FieldProblem> found = new ArrayList<>(discount.problems());
        if (!validUntil.isAfter(validFrom)) {
            found.add(new FieldProblem("validUntil", "invalid", "(expected: after validFrom)"));
        }
        if (!validUntil.isAfter(now)) {
            found.add(new FieldProblem("validUntil", "invalid", "(expected: in the future)"));
        }
        if (validUntil.isAfter(now.plus(LONGEST))) {
            found.add(new FieldProblem("validUntil", "invalid", "(expected: within two years)"));
        }
        if (new HashSet<>(conditions.pictures()).size() < conditions.pictures().size()) {
            found.add(new FieldProblem("pictures", "invalid", "(expected: each picture once)"));
        }
        found.addAll(conditions.weeklyHours().problems());
        return found;
    }

    boolean beginsAfter(Instant now) {
        return validFrom.isAfter(now);
    }

    boolean isOver(Instant now) {
        return !validUntil.isAfter(now);
    }

    OfferTerms withStock(int other) {
        return new OfferTerms(
                title, discount, category, validFrom, validUntil, other, perPersonLimit, text, conditions);
    }

    OfferTerms during(Instant from, Instant until) {
        return new OfferTerms(title, discount, category, from, until, stock, perPersonLimit, text, conditions);
    }

    /** The same, from now on when it is over: as long as it lasted. */
    OfferTerms anew(Instant now) {
        return isOver(now) ? during(now, now.plus(Duration.between(validFrom, validUntil))) : this;
    }
}
