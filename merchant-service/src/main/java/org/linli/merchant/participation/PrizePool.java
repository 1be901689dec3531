package org.linli.merchant.participation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The prizes of one campaign. Of each limited one, always: total = left + given + reserved and not given yet.
 *
 * @param left by prize id; a prize without limit is not in it
 * @param open how many reservations there are; indexed, so that recovery finds them
 * @param reservations by participation id, which makes a second reservation for the same one impossible
 */
@Document(PrizePools.COLLECTION)
@TypeAlias("prize-pool")
record PrizePool(
        @Id String campaignId,
        Map<String, Integer> left,
        @Indexed int open,
        Map<String, Entered> reservations) {
    static PrizePool full(Campaign campaign) {
        Map<String, Integer> left = new HashMap<>();
        campaign.plan().prizes().forEach(prize -> {
            Integer quantity = prize.quantity();
            if (quantity != null) {
                left.put(prize.id(), quantity);
            }
        });
        return new PrizePool(campaign.id(), left, 0, Map.of());
    }

    @Nullable Entered reservationOf(String participationId) {
        return reservations.get(participationId);
    }

    /** Those of the wanted that are there. */
    List<String> available(List<String> wanted) {
        return wanted.stream()
                .filter(id -> left.getOrDefault(id, Integer.MAX_VALUE) > 0)
                .toList();
    }
}
