package org.linli.merchant.audience;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.audience.SegmentResult.Done;
import org.linli.merchant.audience.SegmentResult.Invalid;
import org.linli.merchant.audience.SegmentResult.Refused;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Segments as staff read them. */
@Component
class SegmentAnswers {
    private final Segmenting segmenting;
    private final RuleWords words;
    private final JsonMapper json;

    SegmentAnswers(Segmenting segmenting, RuleWords words, JsonMapper json) {
        this.segmenting = segmenting;
        this.words = words;
        this.json = json;
    }

    /** @param words the rule for people, in the language asked for */
    record Full(
            String id,
            String name,
            String organisationPath,
            JsonNode rule,
            String words,
            int edition,
            String changedBy,
            Instant changedAt) {}

    /**
     * @param size whom a sending would reach: who belongs, agreed to marketing and was not contacted too often
     * @param capped who belongs and agreed, but was contacted often enough
     */
    record Survey(int size, int capped, String words, List<Sampled> sample) {}

    /** Someone of the audience, without saying who. */
    record Sampled(String id, boolean customerBound, int shops) {
        static Sampled of(Facts facts) {
            return new Sampled(
                    masked(facts.id()), facts.customer(), facts.shops().size());
        }

        private static String masked(String id) {
            return id.length() <= 8 ? "***" : id.substring(0, 2) + "***" + id.substring(id.length() - 2);
        }
    }

    Full full(Segment segment, Locale locale) {
        return new Full(
                segment.id(),
                segment.name(),
                segment.organisationPath(),
                json.readTree(segment.ruleJson()),
                words.of(segmenting.ruleOf(segment), locale),
                segment.edition(),
                segment.changedBy(),
                segment.changedAt());
    }

    Survey survey(Surveying.DryRun run, Rule rule, Locale locale) {
        return new Survey(
                run.size(),
                run.capped(),
                words.of(rule, locale),
                run.sample().stream().map(Sampled::of).toList());
    }

    ResponseEntity<Full> tagged(HttpStatus status, SegmentResult result, Locale locale) {
        Segment segment = done(result);
        return ResponseEntity.status(status)
                .eTag(String.valueOf(segment.edition()))
                .body(full(segment, locale));
    }

    Segment done(SegmentResult result) {
        if (result instanceof Done done) {
            return done.segment();
        }
        if (result instanceof Invalid invalid) {
            throw ProblemException.invalid(invalid.problems());
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN -> ProblemException.notFound();
            case STALE -> ProblemException.of(HttpStatus.PRECONDITION_FAILED, "stale-version");
        };
    }

    /** The edition that {@code If-Match} names; null for any, -1 for a tag that we never gave out. */
    static @Nullable Integer edition(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        return ifMatch.matches("\"\\d{1,9}\"") ? Integer.valueOf(ifMatch.substring(1, ifMatch.length() - 1)) : -1;
    }
}
