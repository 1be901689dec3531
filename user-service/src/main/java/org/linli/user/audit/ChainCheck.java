package org.linli.user.audit;

import com.mongodb.client.model.Filters;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Follows one chain row by row and stops at the first that is not as it was written. */
final class ChainCheck {
    private final String organisation;
    private final TreeMap<Long, String> anchors;
    private final ChainRows rows;
    private long expected = 1;
    /** Null at an anchor in the middle of a chain: the row before is not looked at. */
    private @Nullable String previousHash = AuditRow.BEGINNING;

    private long looked;
    private Verdict.@Nullable Broken broken;

    ChainCheck(String organisation, AuditRow.@Nullable Head start, TreeMap<Long, String> anchors, ChainRows rows) {
        this.organisation = organisation;
        this.anchors = anchors;
        this.rows = rows;
        if (start != null && start.seq() > 1) {
            expected = start.seq();
            previousHash = null;
        }
    }

    long looked() {
        return looked;
    }

    /** The number of the row that comes next. */
    long expected() {
        return expected;
    }

    Verdict.@Nullable Broken broken() {
        return broken;
    }

    void accept(List<ChainVerifier.ReadRow> batch) {
        for (ChainVerifier.ReadRow read : batch) {
            if (broken != null) {
                return;
            }
            looked++;
            broken = whatIsWrong(read);
            previousHash = read.hash();
            expected++;
        }
    }

    /** After the last row. */
    void end() {
        if (broken == null && !anchors.isEmpty() && anchors.lastKey() >= expected) {
            broken = at(expected, Verdict.Why.CUT);
        }
    }

    private Verdict.@Nullable Broken whatIsWrong(ChainVerifier.ReadRow read) {
        if (!read.id().equals(AuditRow.id(organisation, expected))) {
            boolean laterOne = read.id().compareTo(AuditRow.id(organisation, expected)) > 0;
            return at(expected, laterOne ? Verdict.Why.REMOVED : Verdict.Why.EDITED);
        }
        AuditRow row = read.row();
        if (row == null) {
            return at(expected, Verdict.Why.EDITED);
        }
        if (!read.hash().equals(row.hash())) {
            return at(expected, isWholeElsewhere(row) ? Verdict.Why.SWAPPED : Verdict.Why.EDITED);
        }
        if (row.seq() != expected || !row.organisation().equals(organisation)) {
            return at(expected, standsElsewhere() ? Verdict.Why.SWAPPED : Verdict.Why.REMOVED);
        }
        if (previousHash != null && !previousHash.equals(row.previousHash())) {
            // The row before is whole in itself, but not the one that this row followed.
            return at(Math.max(1, expected - 1), Verdict.Why.EDITED);
        }
        String anchored = anchors.get(expected);
        return anchored == null || anchored.equals(row.hash()) ? null : at(expected, Verdict.Why.EDITED);
    }

    /** Whether the row that belongs here says so of itself at another place. */
    private boolean standsElsewhere() {
        return rows.whereIs(organisation, Filters.eq("seq", expected)) != null;
    }

    /** Whether it is an untouched row but for its number, and so was put here from where it belongs. */
    private boolean isWholeElsewhere(AuditRow row) {
        if (row.previousHash().equals(previousHash)) {
            return false;
        }
        AuditRow.Head before = rows.whereIs(organisation, Filters.eq("hash", row.previousHash()));
        long home = before == null ? 1 : before.seq() + 1;
        // Its predecessor may have been moved as well, so its own number is no proof: try those around.
        for (long seq = Math.max(1, home - 2); seq <= home + 2; seq++) {
            if (seq != expected && CanonicalText.hashOf(row.at(seq)).equals(row.hash())) {
                return true;
            }
        }
        return false;
    }

    private Verdict.Broken at(long seq, Verdict.Why why) {
        return new Verdict.Broken(organisation, seq, why);
    }
}
