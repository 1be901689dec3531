package org.linli.merchant.insight;

import java.util.Collection;
import java.util.Map;

/** Where documents of one kind are kept: in the store, and in memory for the rules. */
interface Shelf<T extends Kept> {
    /** Those that there are, by id. */
    Map<String, T> find(Collection<String> ids);

    /**
     * Keeps a document whose revision is one more than that of its predecessor.
     *
     * @return false when another writer was faster; nothing is changed then
     */
    boolean keep(T document);
}
