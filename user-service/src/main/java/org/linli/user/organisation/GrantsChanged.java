package org.linli.user.organisation;

import java.util.Set;

/**
 * What these members may do is not what their tokens say any more. Told inside the service, for whoever signs tokens.
 *
 * @param loginsEnd whether their logins are over as well
 */
public record GrantsChanged(Set<String> staffIds, boolean loginsEnd) {}
