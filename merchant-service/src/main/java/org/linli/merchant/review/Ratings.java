package org.linli.merchant.review;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people think of a merchant on the whole; counted from its public reviews, remembered for some seconds. */
@Component
class Ratings {
    private static final int MOST_REMEMBERED = 10_000;

    private final LoadingCache<String, Rating> recent;

    Ratings(Reviews reviews, ReviewSettings settings) {
        Duration remembered = settings.ratingRemembered();
        this.recent = Caffeine.newBuilder()
                .maximumSize(MOST_REMEMBERED)
                .expireAfterWrite(remembered)
                .build(merchantId -> Rating.of(reviews.stars(merchantId)));
    }

    /**
     * Stars on the whole.
     *
     * @param average half up to one decimal; null without reviews
     * @param stars how many gave how many
     */
    record Rating(@Nullable BigDecimal average, long reviews, Map<Integer, Long> stars) {
        static Rating of(Map<Integer, Long> stars) {
            long reviews = stars.values().stream().mapToLong(Long::longValue).sum();
            long sum = stars.entrySet().stream()
                    .mapToLong(entry -> entry.getKey() * entry.getValue())
                    .sum();
            BigDecimal average = reviews == 0
                    ? null
                    : BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(reviews), 1, RoundingMode.HALF_UP);
            return new Rating(average, reviews, stars);
        }
    }

    Rating of(String merchantId) {
        return recent.get(merchantId);
    }
}
