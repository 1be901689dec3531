package org.linli.merchant.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps whole pages in memory under the same lock as the store; somebody may come between any two pages. */
class MemoryPages implements PageShelf {
    final Map<String, DayPage> documents = new LinkedHashMap<>();
    private final Runnable between;
    int writes;

    MemoryPages(Runnable between) {
        this.between = between;
    }

    @Override
    public Map<String, DayPage> find(Map<String, List<Fact>> wanted) {
        Map<String, DayPage> found = new HashMap<>();
        wanted.forEach((id, facts) -> {
            DayPage whole = documents.get(id);
            if (whole != null) {
                Map<String, DayPage.Entry> entries = new HashMap<>(whole.entries());
                entries.keySet().retainAll(facts.stream().map(Fact::key).toList());
                found.put(id, with(whole, entries));
            }
        });
        return found;
    }

    @Override
    public Collection<String> keys(String pageId) {
        return documents.get(pageId).entries().keySet();
    }

    @Override
    public boolean keep(List<DayPage> changed) {
        boolean all = true;
        for (DayPage page : changed) {
            between.run();
            all &= keep(page);
        }
        return all;
    }

    private boolean keep(DayPage page) {
        DayPage known = documents.get(page.id());
        if (page.revision() - 1 != (known == null ? 0 : known.revision())) {
            return false;
        }
        writes++;
        Map<String, DayPage.Entry> entries = new HashMap<>(known == null ? Map.of() : known.entries());
        entries.putAll(page.entries());
        documents.put(page.id(), with(page, entries));
        return true;
    }

    private static DayPage with(DayPage page, Map<String, DayPage.Entry> entries) {
        return new DayPage(
                page.id(),
                page.merchantId(),
                page.day(),
                page.organisationPath(),
                page.revision(),
                page.offers(),
                page.size(),
                entries,
                page.counts());
    }
}
