package org.linli.merchant.audience;

import java.util.List;
import org.linli.starter.web.FieldProblem;

/** What became of a wish about a segment. */
sealed interface SegmentResult {
    record Done(Segment segment) implements SegmentResult {}

    record Invalid(List<FieldProblem> problems) implements SegmentResult {}

    record Refused(Reason reason) implements SegmentResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        STALE
    }
}
