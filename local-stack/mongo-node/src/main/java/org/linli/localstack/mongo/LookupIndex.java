package org.linli.localstack.mongo;

import java.util.Set;

/** An index that can name the documents that may fit some conditions. */
interface LookupIndex {

    /** How well the index answers: 0 = not at all, more = fewer documents to look at. */
    int usefulness(Conditions conditions);

    /** Ids of all documents that may fit, and perhaps of some that do not. */
    Set<Object> positions(Conditions conditions);

    /** Says that no document is missing, so that an empty index is not taken for one that is still to be filled. */
    default void holdsEverything() {}

    /** Forgets all entries, after building the index has failed. */
    void clear();
}
