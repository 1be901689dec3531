package org.linli.merchant.campaign;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All that a campaign is, fixed by its publication: who may take part, how, and what comes of it.
 *
 * @param from inclusive
 * @param until exclusive
 * @param newcomersOnly guests must have registered after the campaign began
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
        boolean newcomersOnly) {
    public Optional<Prize> prize(String id) {
        return prizes.stream().filter(prize -> prize.id().equals(id)).findFirst();
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
