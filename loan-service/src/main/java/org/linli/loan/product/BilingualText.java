package org.linli.loan.product;

import jakarta.validation.constraints.NotBlank;
import java.util.Locale;

/** A text of the configuration in both languages. */
public record BilingualText(@NotBlank String zh, @NotBlank String en) {
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
