package org.linli.loan.straightthrough;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.straightthrough.StraightThroughSettings.Limit;

/** Rule L-10: who may go the short way at all. */
class StraightThroughRules {
    private static final StraightThroughSettings SETTINGS =
            new StraightThroughSettings(true, Map.of("MICRO", new Limit(5_000_000, 12)), 50, 100_000_000, 10_000);

    /** In the sample of one in ten thousand: worked out once, the same for ever. */
    private static final String SAMPLED = IntStream.range(0, 1_000_000)
            .mapToObj(i -> "case-" + i)
            .filter(id -> PathRules.isSample(id, 10_000))
            .findFirst()
            .orElseThrow();

    @Test
    void a_small_short_loan_may_go_the_short_way() {
        assertThat(PathRules.refers("case-1", "MICRO", 5_000_000, 12, SETTINGS)).isEmpty();
    }

    @Test
    void one_fen_or_one_month_more_goes_the_normal_way() {
        assertThat(PathRules.refers("case-1", "MICRO", 5_000_001, 12, SETTINGS)).contains(Referral.AMOUNT);
        assertThat(PathRules.refers("case-1", "MICRO", 5_000_000, 13, SETTINGS)).contains(Referral.TERM);
    }

    @Test
    void a_product_that_is_not_named_goes_the_normal_way() {
        assertThat(PathRules.refers("case-1", "SUNSHINE", 1, 1, SETTINGS)).contains(Referral.PRODUCT);
    }

    @Test
    void the_sample_goes_to_a_person_whatever_the_policies_would_say() {
        assertThat(PathRules.refers(SAMPLED, "MICRO", 5_000_000, 12, SETTINGS)).contains(Referral.SAMPLE);
    }

    @Test
    void the_sample_is_the_same_whenever_it_is_asked_for() {
        assertThat(PathRules.isSample("case-17", 3)).isEqualTo(PathRules.isSample("case-17", 3));
        assertThat(IntStream.range(0, 100)).allMatch(i -> PathRules.isSample("case-" + i, 1));
    }

    @Test
    void about_every_tenth_case_is_in_a_sample_of_ten() {
        long sampled = IntStream.range(0, 10_000)
                .filter(i -> PathRules.isSample("case-" + i, 10))
                .count();
        assertThat(sampled).isBetween(900L, 1_100L);
    }
}
