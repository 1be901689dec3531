package org.linli.user.access;

import java.util.List;
import java.util.Locale;

/**
 * Something that one may do.
 *
 * @param name such as {@code merchant.review}: what endpoints ask for and tokens carry
 * @param chinese in the words of the bank's staff
 * @param roles the built-in roles that have it; {@code service:<name>} for another service
 */
public record Permission(String name, String chinese, String english, List<String> roles) {
    /** Between services only: no person's role may have it. */
    public boolean isInternal() {
        return name.startsWith("internal.");
    }

    public String label(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? english : chinese;
    }
}
