package org.linli.merchant.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps documents in memory under the same lock as the store; somebody may come between any two steps. */
class MemoryShelf<T extends Kept> implements Shelf<T> {
    final Map<String, T> documents = new LinkedHashMap<>();
    private final Runnable between;
    int writes;

    MemoryShelf(Runnable between) {
        this.between = between;
    }

    @Override
    public Map<String, T> find(Collection<String> ids) {
        Map<String, T> found = new HashMap<>();
        ids.stream().filter(documents::containsKey).forEach(id -> found.put(id, documents.get(id)));
        return found;
    }

    @Override
    public boolean keep(T document) {
        between.run();
        T known = documents.get(document.id());
        if (document.revision() - 1 != (known == null ? 0 : known.revision())) {
            return false;
        }
        writes++;
        documents.put(document.id(), document);
        return true;
    }
}
