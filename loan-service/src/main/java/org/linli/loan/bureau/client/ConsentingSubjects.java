package org.linli.loan.bureau.client;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.LoanCase;
import org.linli.loan.bureau.CreditSubjects;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** The applicant is whoever handed the application in; user-service knows what they agreed to and which customer they are. */
@Component
class ConsentingSubjects implements CreditSubjects {
    private static final String USER_SERVICE = "user-service";

    private final UserServiceClient client;
    private final CircuitBreaker breaker;

    ConsentingSubjects(UserServiceClient client, CircuitBreakerRegistry breakers) {
        this.client = client;
        this.breaker = breakers.circuitBreaker(USER_SERVICE);
    }

    @Override
    public Answer of(LoanCase loanCase) {
        try {
            return breaker.executeSupplier(() -> ask(loanCase.submittedBy()));
        } catch (FeignException | CallNotPermittedException e) {
            throw new DependencyUnavailableException(USER_SERVICE, e);
        }
    }

    private Answer ask(String userId) {
        try {
            return translate(client.find(userId));
        } catch (FeignException.NotFound unknown) {
            return new NoConsent();
        }
    }

    /** Nothing said means no. */
    private static Answer translate(UserServiceClient.@Nullable Answer answer) {
        if (answer == null) {
            throw new DependencyUnavailableException(USER_SERVICE, null);
        }
        String text = answer.textVersion();
        if (!Boolean.TRUE.equals(answer.consented()) || text == null) {
            return new NoConsent();
        }
        String number = answer.customerNumber();
        return number == null ? new NotIdentified() : new Subject(number, text);
    }
}
