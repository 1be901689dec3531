package org.linli.merchant.participation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.Draw;
import org.linli.merchant.campaign.Prize;
import org.linli.merchant.campaign.Reward;
import org.linli.merchant.campaign.Side;
import org.linli.starter.Ids;
import org.springframework.data.annotation.TypeAlias;

/**
 * One participation, decided: all that is needed to bring it into being and to hand out what was won, whoever does it.
 *
 * @param number the person's first, second ... in this campaign
 * @param day the business day, ISO
 * @param draw the number drawn, which anybody can compute again when the seed is public
 * @param drawnPrizeId the prize whose odds hold the number, whether it was there to be given or not
 * @param prizeIds what is given
 * @param attemptId tells two attempts at the same number apart
 */
@TypeAlias("entered")
record Entered(
        String campaignId,
        String organisationPath,
        String consumerId,
        int number,
        String day,
        Instant at,
        @Nullable String sceneId,
        int rightAnswers,
        int daysInARow,
        @Nullable Side side,
        @Nullable String companion,
        int draw,
        @Nullable String drawnPrizeId,
        List<String> prizeIds,
        @Nullable String message,
        @Nullable String pledge,
        String keyScope,
        String bodyHash,
        String attemptId) {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    /** Decides what comes of it, as if every prize were there. */
    static Entered decide(Campaign campaign, Wish wish, int number, int daysInARow, int draw) {
        List<Prize> prizes = campaign.plan().prizes();
        String drawn = Draw.prizeAt(draw, prizes).map(Prize::id).orElse(null);
        List<String> won = prizes.stream()
                .filter(prize -> prize.chance() == null || prize.id().equals(drawn))
                .filter(prize -> prize.isFor(wish.side()))
                .filter(prize -> prize.when().holds(number, wish.rightAnswers(), daysInARow))
                .map(Prize::id)
                .toList();
        return new Entered(
                campaign.id(),
                campaign.organisationPath(),
                wish.consumerId(),
                number,
                day(wish.at()),
                wish.at(),
                wish.sceneId(),
                wish.rightAnswers(),
                daysInARow,
                wish.side(),
                wish.companion(),
                draw,
                drawn,
                won,
                wish.message(),
                wish.pledge(),
                wish.keyScope(),
                wish.bodyHash(),
                Ids.next());
    }

    static String day(Instant at) {
        return at.atZone(BANK).toLocalDate().toString();
    }

    /** Whose draw it is: someone who is guest and host of one campaign draws for each on their own. */
    static String drawer(String consumerId, @Nullable Side side) {
        return side == Side.HOST ? consumerId + "#host" : consumerId;
    }

    Entered winning(List<String> those) {
        return new Entered(
                campaignId,
                organisationPath,
                consumerId,
                number,
                day,
                at,
                sceneId,
                rightAnswers,
                daysInARow,
                side,
                companion,
                draw,
                drawnPrizeId,
                those,
                message,
                pledge,
                keyScope,
                bodyHash,
                attemptId);
    }

    List<Prize> prizes(Campaign campaign) {
        return campaign.plan().prizes().stream()
                .filter(prize -> prizeIds.contains(prize.id()))
                .toList();
    }

    /** Whether something is to be done after it is written down: then it is reserved before, so that it is not forgotten. */
    boolean isFollowedUp(Campaign campaign) {
        return side == Side.GUEST
                || message != null
                || prizes(campaign).stream()
                        .anyMatch(prize ->
                                prize.quantity() != null || prize.reward().kind() != Reward.Kind.MESSAGE);
    }

    /** It holds people's own words. */
    @Override
    public String toString() {
        return "Entered[" + campaignId + ", " + number + "]";
    }
}
