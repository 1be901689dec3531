package org.linli.user.identity;

import java.util.List;

/**
 * Something kept about people outside their own document. Each call may come again after a crash and then changes
 * nothing more.
 */
public interface PersonPart {
    /** Lets everything go that could tell who the user was. */
    void forget(String userId, List<String> phoneIndexes);

    /** The merged user is the survivor from now on. */
    default void carryOver(User merged, User survivor) {}
}
