package org.linli.merchant.foureyes;

import java.util.List;
import java.util.Locale;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts a conflict into the caller's words: 422 {@code four-eyes-conflict}, the reason in {@code errors[0].code}. */
@Component
public class FourEyesRefusal {
    private static final String RULE = "P-2";

    private final MessageSource messages;

    FourEyesRefusal(MessageSource messages) {
        this.messages = messages;
    }

    public ProblemException of(FourEyes.Reason reason, Locale locale) {
        String detail = messages.getMessage("four-eyes." + reason.code(), null, locale);
        return ProblemException.refused(
                "four-eyes-conflict", List.of(new FieldProblem(null, reason.code(), detail, RULE)));
    }
}
