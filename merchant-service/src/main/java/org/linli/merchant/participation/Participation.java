package org.linli.merchant.participation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.events.CampaignEvent;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.Prize;
import org.linli.merchant.campaign.Side;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One person's n-th participation in one campaign. The id follows from these three, so that there is no second one: the
 * limits are structure, not a count that someone might overtake.
 */
@Document(Participations.COLLECTION)
@TypeAlias("participation")
class Participation extends AggregateRoot {
    private static final int PREFIX_LENGTH = 16;
    private static final String SEPARATOR = "-";
    /** Sorts right after the separator, and not before any digit or letter. */
    private static final String AFTER_SEPARATOR = ".";

    private final Entered entered;
    private boolean settled;
    private List<Delivery> deliveries = new ArrayList<>();

    @PersistenceCreator
    Participation(String id, Entered entered) {
        super(id);
        this.entered = entered;
    }

    /** Settled at once where nothing is to be done. */
    static Participation of(Campaign campaign, String id, Entered entered) {
        Participation participation = new Participation(id, entered);
        if (!entered.isFollowedUp(campaign)) {
            participation.settle(campaign, List.of());
        }
        return participation;
    }

    static String id(String campaignId, String consumerId, @Nullable Side side, int number) {
        return prefix(campaignId, consumerId, side) + String.format(Locale.ROOT, "%04d", number);
    }

    static String prefix(String campaignId, String consumerId, @Nullable Side side) {
        String role = side == Side.HOST ? "h" : "p";
        return prefix(consumerId) + campaignId + SEPARATOR + role;
    }

    /** One person's of all campaigns lie side by side. */
    static String prefix(String consumerId) {
        return Ids.hash("consumer", consumerId).substring(0, PREFIX_LENGTH) + SEPARATOR;
    }

    static String afterPrefix(String consumerId) {
        String prefix = prefix(consumerId);
        return prefix.substring(0, prefix.length() - 1) + AFTER_SEPARATOR;
    }

    /** @return false when that was done before */
    boolean settle(Campaign campaign, List<Delivery> done) {
        if (settled) {
            return false;
        }
        settled = true;
        deliveries = new ArrayList<>(done);
        if (!entered.prizeIds().isEmpty()) {
            raise(
                    new CampaignEvent.PrizesWon(
                            id(),
                            campaign.id(),
                            campaign.organisationPath(),
                            entered.consumerId(),
                            entered.at(),
                            entered.sceneId(),
                            entered.prizes(campaign).stream().map(this::won).toList()),
                    entered.at());
        }
        return true;
    }

    private CampaignEvent.Won won(Prize prize) {
        return new CampaignEvent.Won(
                prize.id(),
                prize.reward().kind().name(),
                delivery(prize.id()).map(Delivery::couponId).orElse(null),
                prize.reward().points());
    }

    Optional<Delivery> delivery(String prizeId) {
        return deliveries.stream().filter(one -> one.prizeId().equals(prizeId)).findFirst();
    }

    Entered entered() {
        return entered;
    }

    boolean isSettled() {
        return settled;
    }

    /** The consumer's own act, kept by this document and its event, like a claim. */
    @Override
    protected AuditView audit() {
        return AuditView.NONE;
    }
}
