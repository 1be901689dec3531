package org.linli.merchant.participation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person brings to take part; which of it is needed depends on the campaign's entry.
 *
 * @param answers for each question the indices chosen
 * @param code of the host who invited
 * @param message for a stranger
 * @param pledge what the person means to give; words only, no money moves
 */
record Handed(
        @Nullable String sceneId,
        @Nullable List<List<Integer>> answers,
        @Nullable String code,
        @Nullable String deviceId,
        @Nullable String message,
        @Nullable String pledge) {
    static final Handed NOTHING = new Handed(null, null, null, null, null, null);

    /** It holds people's own words. */
    @Override
    public String toString() {
        return "Handed[" + sceneId + "]";
    }
}
