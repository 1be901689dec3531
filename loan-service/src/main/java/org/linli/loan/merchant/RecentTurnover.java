package org.linli.loan.merchant;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/**
 * What redemptions brought a merchant lately. A breaker of its own: suggestions that find no turnover do not keep
 * anybody from applying.
 */
@Component
public class RecentTurnover {
    private static final String BREAKER = "merchant-turnover";

    private final RecentTurnoverClient client;
    private final CircuitBreaker breaker;

    RecentTurnover(RecentTurnoverClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.breaker = breakers.circuitBreaker(BREAKER);
    }

    /**
     * In fen, both months included, of the months of which it is known.
     *
     * @return empty when it is known of none: that is not the same as no turnover
     * @throws DependencyUnavailableException when merchant-service does not answer in time
     */
    public Optional<Long> of(String merchantId, YearMonth from, YearMonth to) {
        try {
            return breaker.executeSupplier(() -> ask(merchantId, from, to));
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(BREAKER, e);
        }
    }

    private Optional<Long> ask(String merchantId, YearMonth from, YearMonth to) {
        try {
            return sum(client.find(merchantId, from.toString(), to.toString()));
        } catch (FeignException.NotFound unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Long> sum(RecentTurnoverClient.@Nullable Answer answer) {
        List<RecentTurnoverClient.@Nullable Month> months = answer == null ? null : answer.months();
        if (months == null) {
            throw new DependencyUnavailableException(BREAKER, null);
        }
        return months.stream()
                .filter(Objects::nonNull)
                .map(RecentTurnoverClient.Month::turnoverFen)
                .filter(Objects::nonNull)
                .reduce(Math::addExact);
    }
}
