package org.linli.merchant.abuse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.abuse.AlertResult.Conflict;
import org.linli.merchant.abuse.AlertResult.Done;
import org.linli.merchant.abuse.AlertResult.Reason;
import org.linli.merchant.abuse.AlertResult.Refused;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** What staff do about alerts, within their scope and not about their own people's shops (rules P-1, P-2). */
@Service
class AlertHandling {
    private final Alerts alerts;
    private final Clock clock;

    AlertHandling(Alerts alerts, Clock clock) {
        this.alerts = alerts;
        this.clock = clock;
    }

    List<Alert> queue(Caller staff, Alert.Status status, @Nullable String afterId, int limit) {
        List<String> scope = staff.scope();
        return scope.isEmpty() ? List.of() : alerts.queue(scope, status, afterId, limit);
    }

    AlertResult acknowledge(Caller staff, String id) {
        return decide(staff, id, (alert, now) -> alert.acknowledge(staff.subject(), now));
    }

    AlertResult dismiss(Caller staff, String id, String reason) {
        return decide(staff, id, (alert, now) -> alert.dismiss(staff.subject(), reason, now));
    }

    private AlertResult decide(Caller staff, String id, BiPredicate<Alert, Instant> decision) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return alerts.change(
                        id,
                        alert -> {
                            if (!staff.oversees(alert.organisationPath())) {
                                return new Refused(Reason.UNKNOWN);
                            }
                            if (FourEyes.judge(alert.parties(), FourEyes.Decider.of(staff))
                                    instanceof FourEyes.Conflict conflict) {
                                return new Conflict(conflict.reason());
                            }
                            return decision.test(alert, now) ? new Done(alert) : new Refused(Reason.ILLEGAL_STATE);
                        },
                        Done.class::isInstance)
                .orElseGet(() -> new Refused(Reason.UNKNOWN));
    }
}
