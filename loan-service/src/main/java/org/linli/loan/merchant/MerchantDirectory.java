package org.linli.loan.merchant;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Who a merchant is. Fails fast while merchant-service is known to be away. */
@Component
public class MerchantDirectory {
    private static final String MERCHANT_SERVICE = "merchant-service";

    private final MerchantClient client;
    private final CircuitBreaker breaker;

    MerchantDirectory(MerchantClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.breaker = breakers.circuitBreaker(MERCHANT_SERVICE);
    }

    /**
     * @return empty when there is no such merchant
     * @throws DependencyUnavailableException when merchant-service, or user-service for the token to call it with, does
     *     not answer in time
     */
    public Optional<Merchant> find(String merchantId) {
        try {
            return breaker.executeSupplier(() -> ask(merchantId));
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(MERCHANT_SERVICE, e);
        }
    }

    /** An unknown merchant is an answer, not a failure that the breaker should count. */
    private Optional<Merchant> ask(String merchantId) {
        try {
            return Optional.of(translate(client.find(merchantId)));
        } catch (FeignException.NotFound unknown) {
            return Optional.empty();
        }
    }

    private static Merchant translate(MerchantClient.@Nullable Answer answer) {
        if (answer == null) {
            throw new DependencyUnavailableException(MERCHANT_SERVICE, null);
        }
        String id = answer.merchantId();
        String name = answer.name();
        String branchId = answer.branchId();
        String path = answer.organisationPath();
        if (id == null || name == null || branchId == null || path == null) {
            throw new DependencyUnavailableException(MERCHANT_SERVICE, null);
        }
        return new Merchant(id, name, "APPROVED".equals(answer.status()), branchId, path);
    }
}
