package org.linli.user.organisation;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a change has made wrong and that are still to be called back: noted in the document that changes, in the
 * same write, so that no crash can come between.
 *
 * @param mark tells one note from a later one
 * @param deputies whose grants change with the member's, before or after the change
 * @param loginsEnd whether the member's own logins are over as well
 */
record StaleTokens(String mark, List<String> deputies, boolean loginsEnd) {

    /** With what an earlier change left to do. */
    StaleTokens after(@Nullable StaleTokens earlier) {
        return earlier == null
                ? this
                : new StaleTokens(
                        mark,
                        Stream.concat(earlier.deputies.stream(), deputies.stream())
                                .distinct()
                                .toList(),
                        earlier.loginsEnd || loginsEnd);
    }
}
