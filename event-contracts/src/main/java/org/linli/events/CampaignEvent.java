package org.linli.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A campaign's life, and what people win in it (keyed by the participation). */
public sealed interface CampaignEvent extends DomainEvent {
    /**
     * @param entry SCAN, DRAW, QUIZ, CHECK_IN, INVITATION or BOTTLE
     * @param until exclusive
     * @param status RUNNING, PAUSED or ENDED; whether the window has begun says the clock
     * @param commitment SHA-256 of the seed of all draws, hex
     * @param seed hex; null until the campaign has ended
     */
    record State(
            String campaignId,
            String organisationPath,
            String title,
            String entry,
            Instant from,
            Instant until,
            String status,
            String commitment,
            @Nullable String seed) {}

    record Published(State campaign) implements CampaignEvent {}

    record Paused(State campaign) implements CampaignEvent {}

    record Resumed(State campaign) implements CampaignEvent {}

    /** Over, by the clock or by hand; from now on the seed is public. */
    record Ended(State campaign) implements CampaignEvent {}

    /** @param sceneId where the person came from, if known */
    record PrizesWon(
            String participationId,
            String campaignId,
            String organisationPath,
            String consumerId,
            Instant at,
            @Nullable String sceneId,
            List<Won> prizes)
            implements CampaignEvent {}

    /**
     * @param reward COUPON, POINTS or MESSAGE
     * @param couponId null for other rewards, and when the offer had no coupon left for the person
     */
    record Won(
            String prizeId,
            String reward,
            @Nullable String couponId,
            @Nullable Long points) {}
}
