package org.linli.sandbox.memory;

import java.util.ArrayDeque;
import java.util.List;
import java.util.function.Predicate;

/** The newest {@code capacity} entries, newest first. */
public final class RecentEntries<T> {
    private final int capacity;
    private final ArrayDeque<T> entries = new ArrayDeque<>();

    public RecentEntries(int capacity) {
        this.capacity = capacity;
    }

    public synchronized void add(T entry) {
        entries.addFirst(entry);
        if (entries.size() > capacity) {
            entries.removeLast();
        }
    }

    public synchronized List<T> matching(Predicate<? super T> condition) {
        return entries.stream().filter(condition).toList();
    }
}
