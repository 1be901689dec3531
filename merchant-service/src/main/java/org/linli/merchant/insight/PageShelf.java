package org.linli.merchant.insight;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the pages of merchants' days are kept: in the store, and in memory for the rules. */
interface PageShelf {
    /**
     * Those that there are, by id.
     *
     * @param wanted facts by the id of the page that may have them: a page comes with the entries of these only
     */
    Map<String, DayPage> find(Map<String, List<Fact>> wanted);

    /** The keys of all facts on a page. */
    Collection<String> keys(String pageId);

    /**
     * Keeps pages with their new and changed entries, whose revision is one more than that of their predecessors.
     *
     * @return false when another writer was faster with any of them; which of the others are kept is unknown then
     */
    boolean keep(List<DayPage> changed);
}
