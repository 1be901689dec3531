package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The entries of one index in the store: the indexed values, in order, and the id of their document. */
final class IndexEntries {

    /** Beyond this many combinations of {@code $in} values the remaining fields are left to the filter. */
    private static final int MOST_LOOKUPS = 10_000;

    /** A bound that leaves more documents than this is worth no index: a scan reads them in order and needs no list. */
    private static final int MOST_BEYOND_BOUND = 5_000;

    private final MVMap<KeyValue, Object> map;
    private final List<String> fields;

    IndexEntries(MVMap<KeyValue, Object> map, List<String> fields) {
        this.map = map;
        this.fields = fields;
    }

    MVMap<KeyValue, Object> map() {
        return map;
    }

    /** 0 = not at all; 1 = by a bound of the first field; more = the more of the first fields are pinned down. */
    int usefulness(Conditions conditions) {
        int covered = coverage(conditions);
        return covered > 0 ? covered + 1 : isBoundUseful(conditions) ? 1 : 0;
    }

    private boolean isBoundUseful(Conditions conditions) {
        KeyValue bound = conditions.before(fields.get(0));
        if (bound == null) {
            return false;
        }
        long rank = map.getKeyIndex(bound);
        // A negative rank is where the bound would be inserted.
        long before = rank >= 0 ? rank : -rank - 1;
        return map.sizeAsLong() - before <= MOST_BEYOND_BOUND;
    }

    /** Whether every indexed field is pinned down. */
    boolean pinsDown(Conditions conditions) {
        return coverage(conditions) == fields.size();
    }

    /** How many of the first indexed fields the conditions pin down. */
    private int coverage(Conditions conditions) {
        long lookups = 1;
        int covered = 0;
        for (String field : fields) {
            List<Object> candidates = conditions.candidatesOf(field);
            if (candidates == null || lookups * candidates.size() > MOST_LOOKUPS) {
                break;
            }
            lookups *= candidates.size();
            covered++;
        }
        return covered;
    }

    /** Ids of all documents that may fit the conditions; only to be asked when that is of use. */
    Set<Object> positions(Conditions conditions) {
        Set<Object> found = new LinkedHashSet<>();
        if (coverage(conditions) == 0) {
            Cursor<KeyValue, Object> entries = map.cursor(conditions.before(fields.get(0)));
            while (entries.hasNext()) {
                entries.next();
                found.add(entries.getValue());
            }
            return found;
        }
        for (KeyValue prefix : prefixes(conditions)) {
            Cursor<KeyValue, Object> entries = map.cursor(prefix);
            while (entries.hasNext() && IndexEntryType.comparePrefix(entries.next(), prefix, prefix.size()) == 0) {
                found.add(entries.getValue());
            }
        }
        return found;
    }

    private List<KeyValue> prefixes(Conditions conditions) {
        List<List<Object>> combinations = List.of(List.of());
        for (String field : fields.subList(0, coverage(conditions))) {
            combinations = combined(combinations, conditions.candidatesOf(field));
        }
        return combinations.stream().map(KeyValue::new).toList();
    }

    private static List<List<Object>> combined(List<List<Object>> beginnings, @Nullable List<Object> values) {
        List<List<Object>> longer = new ArrayList<>();
        for (List<Object> beginning : beginnings) {
            for (Object value : values == null ? List.of() : values) {
                List<Object> next = new ArrayList<>(beginning);
                next.add(value);
                longer.add(next);
            }
        }
        return longer;
    }
}
