package org.linli.loan.investigation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.investigation.Photographing.Shot;
import org.linli.starter.geo.Crs;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.picture.Uploads;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Photos from the spot (rule L-3), as multipart/form-data. */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}/investigations/{side}/photos")
class PhotoController {
    private final Photographing photographing;
    private final Viewing viewing;
    private final Refusals refusals;

    PhotoController(Photographing photographing, Viewing viewing, Refusals refusals) {
        this.photographing = photographing;
        this.viewing = viewing;
        this.refusals = refusals;
    }

    /** The same file again is the same photo. 422 {@code photo-without-place} when lat or lng is missing. */
    @Allowed({"investigation.assess", "investigation.investigate"})
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReportAnswers.Shown add(
            @PathVariable String id,
            @PathVariable String side,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Place place,
            Caller caller,
            Locale locale) {
        byte[] bytes = Uploads.bytes(file);
        Act<Photo> added = photographing.add(id, ReportController.side(side), place.shot(bytes), caller);
        return ReportAnswers.Shown.of(refusals.orProblem(added, locale), place.system());
    }

    /** The JPEG, for whoever may read the report. */
    @Allowed("investigation.read")
    @GetMapping("/{photoId}")
    ResponseEntity<byte[]> show(
            @PathVariable String id,
            @PathVariable String side,
            @PathVariable String photoId,
            @RequestParam(required = false) @Nullable Integer round,
            Caller caller) {
        Photo photo = viewing.photo(id, ReportController.side(side), round, photoId, caller)
                .orElseThrow(ProblemException::notFound);
        return Uploads.show(photographing.load(photo.picture()), CacheControl.noStore());
    }

    /** The fields beside the file, as text: a wrong one is named. */
    record Place(
            @Nullable String kind,
            @Nullable String takenAt,
            @Nullable String lat,
            @Nullable String lng,
            @Nullable Crs crs) {
        Shot shot(byte[] file) {
            return new Shot(kindOf(kind), instant(takenAt), point(), file);
        }

        Crs system() {
            return crs == null ? Crs.GCJ02 : crs;
        }

        private @Nullable GeoPoint point() {
            return lat == null || lat.isBlank() || lng == null || lng.isBlank()
                    ? null
                    : GeoPoint.of(degrees("lat", lat), degrees("lng", lng), system());
        }

        private static Photo.Kind kindOf(@Nullable String name) {
            for (Photo.Kind kind : Photo.Kind.values()) {
                if (kind.name().equals(name)) {
                    return kind;
                }
            }
            throw ProblemException.invalidParameter(
                    "kind", name + " (expected: " + Arrays.toString(Photo.Kind.values()) + ")");
        }

        private static @Nullable Instant instant(@Nullable String text) {
            if (text == null) {
                return null;
            }
            try {
                return OffsetDateTime.parse(text.strip()).toInstant();
            } catch (DateTimeException e) {
                throw ProblemException.invalidParameter("takenAt", "(expected: ISO-8601 with offset)");
            }
        }

        private static double degrees(String field, String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw ProblemException.invalidParameter(field, "(expected: degrees)");
            }
        }
    }
}
