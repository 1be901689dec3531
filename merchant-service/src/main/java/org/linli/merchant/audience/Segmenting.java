package org.linli.merchant.audience;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.RuleReader.Read;
import org.linli.merchant.audience.SegmentResult.Done;
import org.linli.merchant.audience.SegmentResult.Invalid;
import org.linli.merchant.audience.SegmentResult.Reason;
import org.linli.merchant.audience.SegmentResult.Refused;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Saves rules over consumers (rule M-5), each for one place of the organisation: it reaches nobody else (rule P-1). */
@Service
class Segmenting {
    private final Segments segments;
    private final Moments moments;
    private final AudienceSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Segmenting(Segments segments, Moments moments, AudienceSettings settings, JsonMapper json, Clock clock) {
        this.segments = segments;
        this.moments = moments;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    Read read(@Nullable JsonNode rule) {
        return RuleReader.read(
                rule, "rule", settings, centre -> moments.place(centre).isPresent());
    }

    /** What was saved was right then; a place that it names may be gone, and then nobody is near it. */
    Rule ruleOf(Segment segment) {
        Rule rule = RuleReader.read(json.readTree(segment.ruleJson()), "rule", AudienceSettings.LAX, centre -> true)
                .rule();
        if (rule == null) {
            throw new IllegalStateException("segment " + segment.id() + " cannot be read any more");
        }
        return rule;
    }

    /** @return empty when the place is not the caller's */
    Optional<String> place(Caller staff, @Nullable String organisationId) {
        if (organisationId == null) {
            return staff.scope().stream().findFirst();
        }
        return Optional.of(Place.of(organisationId)).filter(staff::oversees);
    }

    SegmentResult create(Caller staff, SegmentForm form) {
        String place = place(staff, form.organisationId()).orElse(null);
        if (place == null) {
            return new Refused(Reason.UNKNOWN);
        }
        Read read = read(form.rule());
        return read.rule() == null
                ? new Invalid(read.problems())
                : new Done(segments.insert(new Segment(
                        Ids.next(), place, form.name(), String.valueOf(form.rule()), staff.subject(), now())));
    }

    SegmentResult rewrite(Caller staff, String id, SegmentForm form, @Nullable Integer edition) {
        Read read = read(form.rule());
        if (read.rule() == null) {
            return find(staff, id).isPresent() ? new Invalid(read.problems()) : new Refused(Reason.UNKNOWN);
        }
        return change(
                staff,
                id,
                edition,
                segment -> segment.rewrite(form.name(), String.valueOf(form.rule()), staff.subject(), now()));
    }

    SegmentResult retire(Caller staff, String id, @Nullable Integer edition) {
        return change(staff, id, edition, segment -> segment.retire(staff.subject(), now()));
    }

    private SegmentResult change(Caller staff, String id, @Nullable Integer edition, Consumer<Segment> change) {
        return segments.change(
                        id,
                        segment -> {
                            if (!isVisible(staff, segment)) {
                                return new Refused(Reason.UNKNOWN);
                            }
                            if (!segment.isEdition(edition)) {
                                return new Refused(Reason.STALE);
                            }
                            change.accept(segment);
                            return new Done(segment);
                        },
                        Done.class::isInstance)
                .orElseGet(() -> new Refused(Reason.UNKNOWN));
    }

    private static boolean isVisible(Caller staff, Segment segment) {
        return !segment.isRetired() && staff.oversees(segment.organisationPath());
    }

    Optional<Segment> find(Caller staff, String id) {
        return segments.find(id).filter(segment -> isVisible(staff, segment));
    }

    List<Segment> list(Caller staff, @Nullable String afterId, int limit) {
        return staff.scope().isEmpty() ? List.of() : segments.list(staff.scope(), afterId, limit);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
