package org.linli.user.audit;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;

/** The keys of so many of the newest rows, out of any number of them, in little memory: forty bytes each. */
final class NewestKeys {
    /**
     * @param at milliseconds since 1970
     * @param chain which of the chains that were met
     */
    private record Key(long at, int chain, long seq) {}

    private final int most;
    private final List<String> chains = new ArrayList<>();
    private final Map<String, Integer> chainNumbers = new HashMap<>();
    private final Comparator<Key> oldestFirst = Comparator.comparingLong(Key::at)
            .thenComparing(key -> chains.get(key.chain))
            .thenComparingLong(Key::seq);
    private final PriorityQueue<Key> keys = new PriorityQueue<>(oldestFirst);
    private boolean more;

    NewestKeys(int most) {
        this.most = most;
    }

    /**
     * In any order.
     *
     * @param at null where someone made a row into something else: it counts as the oldest, and will be told
     * @throws ProblemException 409 {@code audit-row-unreadable} for an id that is none of a row
     */
    void add(@Nullable Date at, String id) {
        String chain = ChainRows.organisationOf(id);
        Key key = new Key(at == null ? Long.MIN_VALUE : at.getTime(), number(chain), seq(id, chain));
        keys.add(key);
        if (keys.size() > most) {
            keys.remove();
            more = true;
        }
    }

    private int number(String chain) {
        return chainNumbers.computeIfAbsent(chain, met -> {
            chains.add(met);
            return chains.size() - 1;
        });
    }

    private static long seq(String id, String chain) {
        try {
            long seq = Long.parseLong(id.substring(Math.min(id.length(), chain.length() + 1)));
            if (AuditRow.id(chain, seq).equals(id)) {
                return seq;
            }
        } catch (NumberFormatException e) {
            // As below.
        }
        throw ProblemException.conflict("audit-row-unreadable", id);
    }

    /** Whether there were more. */
    boolean areMore() {
        return more;
    }

    /** Pages of ids; what was taken is forgotten. */
    List<List<String>> newestFirst(int pageSize) {
        List<Key> sorted = new ArrayList<>(keys);
        keys.clear();
        sorted.sort(oldestFirst.reversed());
        return new Pages(sorted, pageSize);
    }

    /** Makes each page when it is asked for. */
    private final class Pages extends AbstractList<List<String>> {
        private final List<Key> sorted;
        private final int size;

        Pages(List<Key> sorted, int size) {
            this.sorted = sorted;
            this.size = size;
        }

        @Override
        public List<String> get(int page) {
            return sorted.subList(page * size, Math.min((page + 1) * size, sorted.size())).stream()
                    .map(key -> AuditRow.id(chains.get(key.chain), key.seq))
                    .toList();
        }

        @Override
        public int size() {
            return (sorted.size() + size - 1) / size;
        }
    }
}
