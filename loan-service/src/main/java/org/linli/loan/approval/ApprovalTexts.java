package org.linli.loan.approval;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Decisions and their refusals in the caller's words. */
@Component
class ApprovalTexts {
    private final MessageSource messages;

    ApprovalTexts(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    String reason(DeclineReason reason, Locale locale) {
        return of("decline." + reason.name(), locale);
    }

    String stage(String stage, Locale locale) {
        return of("stage." + stage, locale);
    }

    String exclusion(String code, Locale locale) {
        return of("exclusion." + code, locale);
    }
}
