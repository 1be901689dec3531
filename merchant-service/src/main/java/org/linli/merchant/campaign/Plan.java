package org.linli.merchant.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that a campaign is, fixed by its publication: who may take part, how, and what comes of it.
 *
 * @param from inclusive
 * @param until exclusive
 * @param newcomersOnly guests must have registered after the campaign began
 * @param segmentId whom it is meant for (rule M-5); null = everybody
 */
public record Plan(
        String title,
        String text,
        Entry entry,
        Instant from,
        Instant until,
        Limits limits,
        List<Prize> prizes,
        List<Question> questions,
        boolean newcomersOnly,
        @Nullable String segmentId) {
    public Optional<Prize> prize(String id) {
        return prizes.stream().filter(prize -> prize.id().equals(id)).findFirst();
    }

    Plan withPrizes(List<Prize> others) {
        return new Plan(title, text, entry, from, until, limits, others, questions, newcomersOnly, segmentId);
    }

    /** Whose offers are prizes. */
    List<String> merchants() {
        return prizes.stream()
                .map(prize -> prize.reward().merchantId())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }
}
