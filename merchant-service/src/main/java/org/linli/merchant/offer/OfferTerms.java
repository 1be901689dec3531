package org.linli.merchant.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
 */
record OfferTerms(
        String title,
        Discount discount,
        Category category,
        Instant validFrom,
        Instant validUntil,
        int stock,
        int perPersonLimit,
        @Nullable String text) {
    private static final Duration LONGEST = Duration.ofDays(731);

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
        return found;
    }

    boolean beginsAfter(Instant now) {
        return validFrom.isAfter(now);
    }

    boolean isOver(Instant now) {
        return !validUntil.isAfter(now);
    }
}
