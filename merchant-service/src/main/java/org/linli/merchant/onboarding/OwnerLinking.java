package org.linli.merchant.onboarding;

import feign.FeignException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.linli.merchant.onboarding.UserDirectory.Member;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * Makes the applicant the owner in user-service: at once if it can, else again and again. That it is still to do stands
 * in the merchant's document, so a crash forgets nothing.
 */
@Service
class OwnerLinking {
    private static final Logger log = LoggerFactory.getLogger(OwnerLinking.class);

    private final Merchants merchants;
    private final UserDirectory users;
    private final CircuitBreaker breaker;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private volatile boolean searchDue;

    OwnerLinking(Merchants merchants, UserDirectory users, CircuitBreakerRegistry breakers) {
        this.merchants = merchants;
        this.users = users;
        this.breaker = breakers.circuitBreaker("user-service");
    }

    /** Never fails the caller: what cannot be done now is done later. */
    void link(Merchant merchant) {
        String ownerId = merchant.ownerId();
        if (!merchant.ownerLinkIsPending() || ownerId == null) {
            return;
        }
        try {
            breaker.executeRunnable(() -> users.putMember(merchant.id(), new Member(ownerId, "OWNER")));
            merchants.change(merchant.id(), linked -> {
                linked.ownerIsLinked();
                return linked;
            });
            waiting.remove(merchant.id());
        } catch (FeignException.Conflict | FeignException.NotFound | FeignException.UnprocessableEntity e) {
            // Asking again changes nothing; the document still says so, and the next start or approval asks once more.
            waiting.remove(merchant.id());
            log.warn("user-service refuses the owner of merchant {}: {}", merchant.id(), e.status());
        } catch (RuntimeException e) {
            // Not before: the retry would ask beside the call that is on its way.
            waiting.add(merchant.id());
            log.warn(
                    "owner of merchant {} is not linked yet: {}",
                    merchant.id(),
                    e.getClass().getName());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void searchAfterStart() {
        searchDue = true;
    }

    @Scheduled(fixedDelayString = "${merchant.onboarding.link-retry-every:5s}")
    void retry() {
        try {
            if (searchDue) {
                waiting.addAll(merchants.withPendingOwner());
                searchDue = false;
            }
            Set.copyOf(waiting).forEach(this::retry);
        } catch (RuntimeException e) {
            log.warn("owners wait to be linked: {}", e.getClass().getName());
        }
    }

    private void retry(String merchantId) {
        merchants
                .find(merchantId)
                .filter(Merchant::ownerLinkIsPending)
                .ifPresentOrElse(this::link, () -> waiting.remove(merchantId));
    }
}
