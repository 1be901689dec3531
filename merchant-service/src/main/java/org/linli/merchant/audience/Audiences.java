package org.linli.merchant.audience;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tells other features whether someone belongs to a segment. */
@Service
public class Audiences {
    /** A hot offer asks for the same rule thousands of times a second. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    /** Of more segments than these only the newest are looked at when somebody asks for all of their own. */
    private static final int MOST = 5_000;

    private final Segments segments;
    private final Segmenting segmenting;
    private final Moments moments;
    private final FactsStore store;
    private final Cache<String, Optional<Rule>> rules = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(1_000)
            .build();

    private final Cache<Boolean, Map<String, Rule>> everyRule =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).build();

    Audiences(Segments segments, Segmenting segmenting, Moments moments, FactsStore store) {
        this.segments = segments;
        this.segmenting = segmenting;
        this.moments = moments;
        this.store = store;
    }

    /** Whether there is such a segment, not retired, of this place or of one above it: another branch's reaches nobody here. */
    public boolean isFor(String segmentId, String organisationPath) {
        return segments.find(segmentId)
                .filter(segment -> !segment.isRetired() && organisationPath.startsWith(segment.organisationPath()))
                .isPresent();
    }

    /**
     * Whether the person belongs to the segment now. Nothing is sent, so neither consent to marketing nor caps matter.
     * To a segment that there is not belongs nobody; of whom nothing is known, the rule decides all the same.
     */
    public boolean admits(String segmentId, String consumerId) {
        return rules.get(segmentId, id -> segments.find(id).map(segmenting::ruleOf))
                .filter(rule ->
                        rule.holds(store.facts(consumerId).orElseGet(() -> Facts.unknown(consumerId)), moments.now()))
                .isPresent();
    }

    /**
     * The segments that the person belongs to now, by the rule alone; also retired ones, because offers may have been
     * published for them.
     */
    public Set<String> of(String consumerId) {
        Facts facts = store.facts(consumerId).orElseGet(() -> Facts.unknown(consumerId));
        Moment now = moments.now();
        return everyRule.get(true, all -> everyRule()).entrySet().stream()
                .filter(segment -> segment.getValue().holds(facts, now))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Rule> everyRule() {
        return segments.newest(MOST).stream().collect(Collectors.toMap(Segment::id, segmenting::ruleOf));
    }
}
