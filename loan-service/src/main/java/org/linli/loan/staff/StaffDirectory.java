package org.linli.loan.staff;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Whether somebody can be named for a task. */
@Component
public class StaffDirectory {
    private static final String USER_SERVICE = "user-service";

    private final StaffClient client;
    private final CircuitBreaker breaker;

    StaffDirectory(StaffClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.breaker = breakers.circuitBreaker(USER_SERVICE);
    }

    /**
     * What is against naming them.
     *
     * @param permission that the task needs
     * @param path the place where it is done
     * @throws DependencyUnavailableException when user-service does not answer in time
     */
    public Optional<StaffFault> faultOf(String staffId, String permission, String path) {
        try {
            return breaker.executeSupplier(() -> ask(staffId, permission, path));
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(USER_SERVICE, e);
        }
    }

    private Optional<StaffFault> ask(String staffId, String permission, String path) {
        try {
            return translate(client.standing(staffId, permission, path));
        } catch (FeignException.NotFound nobody) {
            return Optional.of(StaffFault.UNKNOWN);
        }
    }

    private static Optional<StaffFault> translate(StaffClient.@Nullable Answer answer) {
        if (answer == null || answer.atWork() == null || answer.allowed() == null) {
            throw new DependencyUnavailableException(USER_SERVICE, null);
        }
        if (!answer.atWork()) {
            return Optional.of(StaffFault.NOT_AT_WORK);
        }
        return answer.allowed() ? Optional.empty() : Optional.of(StaffFault.NOT_ALLOWED);
    }
}
