package org.linli.geosearch.nearby;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a moment as it is written everywhere else, and remembers the text: most offers end at one of few midnights,
 * and a seventh of all that was allocated for an answer from memory was for these texts.
 */
final class RememberedInstants extends ValueSerializer<Instant> {
    private static final int MOST = 4_096;
    private static final Cache<Instant, String> TEXTS =
            Caffeine.newBuilder().maximumSize(MOST).build();

    @Override
    public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
        json.writeString(TEXTS.get(moment, Instant::toString));
    }
}
