package org.linli.merchant.offer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a change was made from, as {@code If-Match} says it.
 *
 * @param number null = whatever it is
 */
record Revision(@Nullable Long number) {
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    static String tag(Offer offer) {
        return "\"" + offer.revision() + "\"";
    }

    static Revision of(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return new Revision(null);
        }
        Matcher tag = TAG.matcher(ifMatch);
        // A tag that we never gave out matches nothing.
        return new Revision(tag.matches() ? Long.parseLong(tag.group(1)) : -1L);
    }

    boolean isOf(Offer offer) {
        return number == null || number == offer.revision();
    }
}
