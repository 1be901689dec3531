package org.linli.user.organisation;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a change has made wrong and that are still to be called back: noted in the document that changes, in the
 * same write, so that no crash can come between.
 *
 * @param mark tells one note from a later one
 * @param deputies whose grants change with the member's, before or after the change
 * @param loginsEnd whether the member's own logins are over as well
 * @param goingOn the session among them that is not; null = none
 * @param sayTheTruth whether the tokens of logins that go on are still right; null = no
 */
record StaleTokens(
        String mark,
        List<String> deputies,
        boolean loginsEnd,
        @Nullable String goingOn,
        @Nullable Boolean sayTheTruth) {

    /** What a member may do is not what it was. */
    static StaleTokens ofOldGrants(String mark, List<String> deputies, boolean loginsEnd) {
        return new StaleTokens(mark, deputies, loginsEnd, null, null);
    }

    /** A member has another password; what they may do is what it was. */
    static StaleTokens ofOldPassword(String mark, @Nullable String goingOn) {
        return new StaleTokens(mark, List.of(), true, goingOn, true);
    }

    boolean areTrue() {
        return Boolean.TRUE.equals(sayTheTruth);
    }

    /** With what an earlier change left to do: a login that one of them ends is over. */
    StaleTokens after(@Nullable StaleTokens earlier) {
        if (earlier == null) {
            return this;
        }
        List<String> allDeputies = Stream.concat(earlier.deputies.stream(), deputies.stream())
                .distinct()
                .toList();
        return new StaleTokens(
                mark,
                allDeputies,
                earlier.loginsEnd || loginsEnd,
                goingOnAfter(earlier),
                areTrue() && earlier.areTrue());
    }

    private @Nullable String goingOnAfter(StaleTokens earlier) {
        if (!earlier.loginsEnd || !loginsEnd) {
            return loginsEnd ? goingOn : earlier.goingOn;
        }
        return Objects.equals(goingOn, earlier.goingOn) ? goingOn : null;
    }
}
