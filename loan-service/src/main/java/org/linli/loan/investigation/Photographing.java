package org.linli.loan.investigation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.investigation.Opening.Opened;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.picture.Keeping;
import org.linli.starter.picture.PictureRef;
import org.linli.starter.picture.Pictures;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Takes photos from the spot (rule L-3). */
@Component
class Photographing {
    private final Rounds rounds;
    private final Opening opening;
    private final Pictures pictures;
    private final InvestigationSettings settings;
    private final Clock clock;

    Photographing(Rounds rounds, Opening opening, Pictures pictures, InvestigationSettings settings, Clock clock) {
        this.rounds = rounds;
        this.opening = opening;
        this.pictures = pictures;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param point where it was taken; null when the device did not say, and then it is not taken */
    record Shot(
            Photo.Kind kind,
            @Nullable Instant takenAt,
            @Nullable GeoPoint point,
            byte[] file) {}

    Act<Photo> add(String caseId, Side side, Shot shot, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Instant takenAt = shot.takenAt();
        GeoPoint point = shot.point();
        if (point == null) {
            return Act.refused(Refusal.PHOTO_WITHOUT_PLACE);
        }
        if (takenAt == null || !isPossible(takenAt, now)) {
            return Act.refused(Refusal.PHOTO_TIME_IMPOSSIBLE);
        }
        Act<Opened> opened = opening.open(caseId, side, caller, now);
        if (!(opened instanceof Act.Done<Opened> open)) {
            return Investigating.again(opened);
        }
        Report report = open.result().report();
        String sent = Sealing.sha256(shot.file());
        Optional<Photo> known = report.photoSentAs(sent);
        if (known.isPresent() && !report.isSubmitted()) {
            return new Act.Done<>(known.get());
        }
        if (report.isSubmitted()) {
            return Act.refused(Refusal.REPORT_SUBMITTED);
        }
        return keep(report, shot, open.result().round().shop().metersTo(point), takenAt, point, sent);
    }

    private boolean isPossible(Instant takenAt, Instant now) {
        return !takenAt.isAfter(now.plus(settings.clockTolerance()))
                && !takenAt.isBefore(now.minus(settings.photoAge()));
    }

    private Act<Photo> keep(Report report, Shot shot, double meters, Instant takenAt, GeoPoint point, String sent) {
        Keeping keeping = pictures.keep(shot.file());
        if (keeping instanceof Keeping.Refused refused) {
            return new Act.PictureRefused<>(refused.reason());
        }
        Keeping.Kept kept = (Keeping.Kept) keeping;
        Photo photo = new Photo(
                kept.picture(),
                shot.kind(),
                takenAt,
                point,
                Math.round(meters),
                settings.shopWithinMeters(),
                meters <= settings.shopWithinMeters(),
                Sealing.sha256(kept.jpeg()),
                sent);
        Optional<Refusal> refusal = rounds.changeReport(report.id(), fresh -> fresh.add(photo, settings.mostPhotos()));
        if (refusal.isPresent()) {
            pictures.discard(kept.picture());
            return Act.refused(refusal.get());
        }
        return new Act.Done<>(photo);
    }

    /** The JPEG. */
    Optional<byte[]> load(PictureRef picture) {
        return pictures.load(picture);
    }
}
