package org.linli.merchant.abuse;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.abuse.AlertResult.Conflict;
import org.linli.merchant.abuse.AlertResult.Done;
import org.linli.merchant.abuse.AlertResult.Refused;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Alerts as staff read them. */
@Component
class AlertAnswers {
    private final FourEyesRefusal fourEyes;
    private final MessageSource messages;

    AlertAnswers(FourEyesRefusal fourEyes, MessageSource messages) {
        this.fourEyes = fourEyes;
        this.messages = messages;
    }

    /**
     * @param words what was noticed, for people
     * @param evidence the figures behind it
     * @param people ids; who that is, staff look up where they may
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String id,
            Policy policy,
            String merchantId,
            String words,
            Map<String, Integer> evidence,
            List<String> people,
            Alert.Status status,
            Instant raisedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String reason) {}

    Answer of(Alert alert, Locale locale) {
        return new Answer(
                alert.id(),
                alert.policy(),
                alert.merchantId(),
                messages.getMessage("alert." + alert.policy(), null, locale),
                alert.evidence(),
                alert.people(),
                alert.status(),
                alert.raisedAt(),
                alert.decidedBy(),
                alert.decidedAt(),
                alert.reason());
    }

    Answer of(AlertResult result, Locale locale) {
        if (result instanceof Done done) {
            return of(done.alert(), locale);
        }
        if (result instanceof Conflict conflict) {
            throw fourEyes.of(conflict.reason(), locale);
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN -> ProblemException.notFound();
            case ILLEGAL_STATE -> ProblemException.conflict("illegal-state");
        };
    }
}
