package org.linli.loan.investigation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.LocatedPoint;

/** Reports and photos as they are answered. */
final class ReportAnswers {
    private ReportAnswers() {}

    enum State {
        DRAFT,
        SUBMITTED
    }

    /**
     * @param revision what a draft's {@code If-Match} names
     * @param sha256 of a submitted report
     * @param intact false when the stored report is not what was submitted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(
            int round,
            Side side,
            State state,
            String investigator,
            int revision,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable String sha256,
            boolean intact,
            ReportContent content,
            List<Shown> photos) {
        static Full of(Viewing.Read read, Crs crs) {
            Report report = read.report();
            return new Full(
                    report.round(),
                    report.side(),
                    stateOf(report),
                    report.investigator(),
                    report.revision(),
                    report.savedAt(),
                    report.submittedAt(),
                    report.submittedHash(),
                    read.intact(),
                    read.content(),
                    report.photos().stream().map(photo -> Shown.of(photo, crs)).toList());
        }
    }

    /** After a save or a submission: what the writer needs to go on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Saved(
            int round,
            Side side,
            State state,
            int revision,
            Instant savedAt,
            @Nullable Instant submittedAt,
            @Nullable String sha256) {
        static Saved of(Report report) {
            return new Saved(
                    report.round(),
                    report.side(),
                    stateOf(report),
                    report.revision(),
                    report.savedAt(),
                    report.submittedAt(),
                    report.submittedHash());
        }
    }

    /** @param counts whether a claim may rest on it: it was taken within the limit */
    record Shown(
            String id,
            Photo.Kind kind,
            Instant takenAt,
            Instant receivedAt,
            LocatedPoint point,
            long distanceMeters,
            int limitMeters,
            boolean counts,
            String sha256,
            int bytes) {
        static Shown of(Photo photo, Crs crs) {
            return new Shown(
                    photo.id(),
                    photo.kind(),
                    photo.takenAt(),
                    photo.picture().keptAt(),
                    LocatedPoint.of(photo.point(), crs),
                    photo.distanceMeters(),
                    photo.limitMeters(),
                    photo.counts(),
                    photo.sha256(),
                    photo.picture().bytes());
        }
    }

    private static State stateOf(Report report) {
        return report.isSubmitted() ? State.SUBMITTED : State.DRAFT;
    }
}
