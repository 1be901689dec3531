package org.linli.loan.merchant;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.linli.loan.merchant.PlatformTurnover.Known;
import org.linli.loan.merchant.PlatformTurnover.Reason;
import org.linli.loan.merchant.PlatformTurnover.Unknown;
import org.linli.starter.web.DependencyUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What merchant-service knows beside who a merchant is: where the shop is, since when, and what the platform brought it. */
@Component
public class MerchantFacts {
    private static final Logger log = LoggerFactory.getLogger(MerchantFacts.class);
    private static final String MERCHANT_FACTS = "merchant-facts";

    private final MerchantFactsClient client;
    private final CircuitBreaker breaker;

    MerchantFacts(MerchantFactsClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.breaker = breakers.circuitBreaker(MERCHANT_FACTS);
    }

    /**
     * @return empty when there is no such merchant
     * @throws DependencyUnavailableException when merchant-service does not answer in time
     */
    public Optional<Shop> shop(String merchantId) {
        try {
            return asked(() -> client.shop(merchantId)).map(MerchantFacts::translated);
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(MERCHANT_FACTS, e);
        }
    }

    /**
     * When the merchant came to the platform.
     *
     * @return empty when nobody says so
     * @throws DependencyUnavailableException when merchant-service does not answer in time
     */
    public Optional<Instant> joinedAt(String merchantId) {
        try {
            return asked(() -> client.shop(merchantId)).map(MerchantFactsClient.Shop::registeredAt);
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(MERCHANT_FACTS, e);
        }
    }

    private static Shop translated(MerchantFactsClient.Shop answer) {
        if (answer.category() == null || answer.point() == null) {
            throw new DependencyUnavailableException(MERCHANT_FACTS, null);
        }
        return new Shop(answer.category(), answer.point().normalised());
    }

    /** Both months are included. Never throws because merchant-service is away: that is an answer, and it is "unknown". */
    public PlatformTurnover turnover(String merchantId, YearMonth from, YearMonth to) {
        try {
            return asked(() -> client.turnover(merchantId, from.toString(), to.toString()))
                    .<PlatformTurnover>map(answer -> sum(answer, from, to))
                    .orElse(new Unknown(Reason.NO_DATA));
        } catch (FeignException | CallNotPermittedException | DependencyUnavailableException e) {
            log.warn("platform turnover is unknown: {}", e.getClass().getSimpleName());
            return new Unknown(Reason.AWAY);
        }
    }

    /**
     * In fen, both months included, of those months of which it is known: a hint, no evidence.
     *
     * @return empty when it is known of none: that is not the same as no turnover
     * @throws DependencyUnavailableException when merchant-service does not answer in time
     */
    public Optional<Long> recentTurnover(String merchantId, YearMonth from, YearMonth to) {
        try {
            return asked(() -> client.turnover(merchantId, from.toString(), to.toString()))
                    .flatMap(MerchantFacts::known);
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(MERCHANT_FACTS, e);
        }
    }

    private static Optional<Long> known(MerchantFactsClient.Turnover answer) {
        List<MerchantFactsClient.@Nullable Month> months = answer.months();
        if (months == null) {
            throw new DependencyUnavailableException(MERCHANT_FACTS, null);
        }
        return months.stream()
                .filter(Objects::nonNull)
                .filter(MerchantFactsClient.Month::isKnown)
                .map(MerchantFactsClient.Month::turnoverFen)
                .reduce(Math::addExact);
    }

    /** An unknown merchant is an answer, not a failure that the breaker should count. */
    private <T> Optional<T> asked(Supplier<T> call) {
        return breaker.executeSupplier(() -> {
            try {
                return Optional.ofNullable(call.get());
            } catch (FeignException.NotFound unknown) {
                return Optional.empty();
            }
        });
    }

    /** One month that nobody knows makes the sum unknown. */
    private static PlatformTurnover sum(MerchantFactsClient.Turnover answer, YearMonth from, YearMonth to) {
        List<MerchantFactsClient.Month> months =
                answer.months() == null ? List.of() : answer.months().stream().toList();
        if (months.size() != ChronoUnit.MONTHS.between(from, to) + 1) {
            return new Unknown(Reason.NO_DATA);
        }
        long fen = 0;
        for (MerchantFactsClient.Month month : months) {
            if (month == null || !month.isKnown()) {
                return new Unknown(Reason.NO_DATA);
            }
            fen = Math.addExact(fen, Objects.requireNonNull(month.turnoverFen()));
        }
        return new Known(fen);
    }
}
