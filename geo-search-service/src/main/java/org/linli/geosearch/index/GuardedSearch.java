package org.linli.geosearch.index;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.stereotype.Component;

/** Searches while somebody waits: refused at once as long as the index is silent. Knows how the last one went. */
@Component
public class GuardedSearch {
    private final IndexCalls calls;
    private final CircuitBreaker breaker;
    private volatile boolean answering;

    GuardedSearch(IndexCalls calls, CircuitBreaker breaker) {
        this.calls = calls;
        this.breaker = breaker;
    }

    <R> R run(IndexCalls.Call<R> search) {
        try {
            R answer = breaker.executeSupplier(() -> calls.call(search));
            answering = true;
            return answer;
        } catch (CallNotPermittedException e) {
            answering = false;
            throw new DependencyUnavailableException("elasticsearch", e);
        } catch (DependencyUnavailableException e) {
            answering = false;
            throw e;
        }
    }

    /** Whether the last search was answered; false before the first. */
    public boolean isAnswering() {
        return answering;
    }
}
