package org.linli.loan.customerfile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for guarantor rings: A is guaranteed by B, B by C, and C by A, so that nobody stands behind the three. A ring
 * all of whose files are in the asking file's joint-liability group is told apart from one that leaves it, and the
 * latter counts when there are both.
 */
final class GuaranteeRings {
    private final Function<String, ? extends Collection<String>> guarantorsOf;
    private final Predicate<String> inGroup;
    private final int longest;
    private final int mostFiles;

    /**
     * @param guarantorsOf the files of the households that guarantee for a file
     * @param inGroup whether a file is in the joint-liability group of the one asked about
     * @param longest longer rings are not looked for
     * @param mostFiles how many files are visited before the search gives up
     */
    GuaranteeRings(
            Function<String, ? extends Collection<String>> guarantorsOf,
            Predicate<String> inGroup,
            int longest,
            int mostFiles) {
        this.guarantorsOf = guarantorsOf;
        this.inGroup = inGroup;
        this.longest = longest;
        this.mostFiles = mostFiles;
    }

    /** What was found; the ring begins with the file asked about. */
    record Found(Kind kind, List<String> ring) {
        enum Kind {
            NONE,
            INSIDE_GROUP,
            LEAVING_GROUP,
            GAVE_UP
        }
    }

    /** @param outside whether the way here left the group */
    private record Place(String file, boolean outside) {}

    private record Step(Place place, @Nullable Step previous, int length) {
        List<String> way() {
            List<String> files = new ArrayList<>();
            for (Step step = this; step != null; step = step.previous) {
                files.add(0, step.place.file);
            }
            return files;
        }
    }

    /** The shortest ring from {@code start} over its guarantor {@code first} back. */
    Found through(String start, String first) {
        Deque<Step> ahead = new ArrayDeque<>();
        Set<Place> seen = new HashSet<>();
        Step origin = new Step(new Place(start, false), null, 1);
        Place entry = new Place(first, !inGroup.test(first));
        seen.add(entry);
        ahead.add(new Step(entry, origin, 2));
        List<String> inside = List.of();
        while (!ahead.isEmpty()) {
            Step step = ahead.remove();
            for (String next : guarantorsOf.apply(step.place.file)) {
                if (next.equals(start) && step.place.outside) {
                    return new Found(Found.Kind.LEAVING_GROUP, step.way());
                }
                if (next.equals(start)) {
                    inside = inside.isEmpty() ? step.way() : inside;
                    continue;
                }
                Place place = new Place(next, step.place.outside || !inGroup.test(next));
                if (step.length < longest && seen.add(place)) {
                    ahead.add(new Step(place, step, step.length + 1));
                }
            }
            if (seen.size() > mostFiles) {
                return new Found(Found.Kind.GAVE_UP, List.of());
            }
        }
        return inside.isEmpty() ? new Found(Found.Kind.NONE, List.of()) : new Found(Found.Kind.INSIDE_GROUP, inside);
    }
}
