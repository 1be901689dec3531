package org.linli.geosearch.projection;

import org.springframework.stereotype.Component;

/**
 * Stores what events say and brings the index up to date. Any number of times, in any order: whatever was touched is
 * read back and indexed, whether this call changed it or an earlier one that died half-way.
 */
@Component
class Projector {
    private final Storing storing;
    private final Indexing indexing;

    Projector(Storing storing, Indexing indexing) {
        this.storing = storing;
        this.indexing = indexing;
    }

    void apply(Storing.Changes changes) {
        indexing.index(storing.store(changes));
    }
}
