package org.linli.merchant.audience;

import java.util.ArrayList;
import java.util.List;

/** Who came to an audience and who left it since a snapshot; both sides are told in the order of their ids. */
class Changes {
    /** Which way someone went. */
    enum Way {
        IN,
        OUT
    }

    record Change(String consumerId, Way way) {}

    private final Members before;
    private final int limit;
    private final List<Change> first = new ArrayList<>();
    private int came;
    private int left;

    /** @param limit so many are named; all are counted */
    Changes(Members before, int limit) {
        this.before = before;
        this.limit = limit;
    }

    void belongs(String id) {
        leaveUntil(id);
        if (id.equals(before.peek())) {
            before.advance();
        } else {
            came++;
            note(new Change(id, Way.IN));
        }
    }

    private void leaveUntil(String id) {
        String member = before.peek();
        while (member != null && member.compareTo(id) < 0) {
            left++;
            note(new Change(member, Way.OUT));
            before.advance();
            member = before.peek();
        }
    }

    /** Nobody else belongs. */
    void end() {
        for (String member = before.peek(); member != null; member = before.peek()) {
            left++;
            note(new Change(member, Way.OUT));
            before.advance();
        }
    }

    private void note(Change change) {
        if (first.size() < limit) {
            first.add(change);
        }
    }

    List<Change> first() {
        return first;
    }

    int came() {
        return came;
    }

    int left() {
        return left;
    }
}
