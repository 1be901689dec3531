package org.linli.merchant.audience;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who belongs to a segment at this moment.
 *
 * @param purpose only those who agreed to it; null = all
 * @param place only those who had to do with this part of the organisation (rule P-1)
 */
record Question(Rule rule, Moment moment, @Nullable String purpose, String place) implements Predicate<Facts> {
    @Override
    public boolean test(Facts facts) {
        return (purpose == null || facts.allows(purpose)) && rule.holds(facts, moment);
    }
}
