package org.linli.user.organisation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What these members may do is not what their tokens say any more, or their logins are over. Told inside the service, for
 * whoever signs tokens.
 *
 * @param loginsEnd whether their logins are over
 * @param goingOn the session among them that is not; null = none
 * @param tokensStale whether the tokens of what goes on are wrong
 */
public record GrantsChanged(
        Set<String> staffIds, boolean loginsEnd, @Nullable String goingOn, boolean tokensStale) {
    static GrantsChanged of(Set<String> staffIds) {
        return new GrantsChanged(staffIds, false, null, true);
    }
}
