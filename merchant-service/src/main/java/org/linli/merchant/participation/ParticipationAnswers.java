package org.linli.merchant.participation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.Entry;
import org.linli.merchant.campaign.Prize;
import org.linli.merchant.campaign.Reward;
import org.linli.merchant.campaign.Side;
import org.linli.merchant.participation.TakingResult.Invalid;
import org.linli.merchant.participation.TakingResult.Reason;
import org.linli.merchant.participation.TakingResult.Refused;
import org.linli.merchant.participation.TakingResult.TookPart;
import org.linli.starter.web.ProblemException;

/** What people see of their participations, and of refusals. */
final class ParticipationAnswers {
    private ParticipationAnswers() {}

    /**
     * For the person.
     *
     * @param draw the number drawn, 0 to 999999, to be computed again when the seed is public
     * @param rightAnswers absent without questions
     * @param daysInARow absent where one does not check in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(
            String participationId,
            String campaignId,
            @Nullable Side side,
            int number,
            String day,
            Instant at,
            int draw,
            @Nullable Integer rightAnswers,
            @Nullable Integer daysInARow,
            List<Won> prizes) {
        static Own of(Campaign campaign, Participation participation) {
            Entered entered = participation.entered();
            Entry entry = campaign.plan().entry();
            return new Own(
                    participation.id(),
                    entered.campaignId(),
                    entered.side(),
                    entered.number(),
                    entered.day(),
                    entered.at(),
                    entered.draw(),
                    entry == Entry.QUIZ ? entered.rightAnswers() : null,
                    entry == Entry.CHECK_IN ? entered.daysInARow() : null,
                    entered.prizes(campaign).stream()
                            .map(prize -> Won.of(prize, participation))
                            .toList());
        }
    }

    /** Whether the person has it. */
    enum State {
        GIVEN,
        ON_ITS_WAY,
        UNAVAILABLE
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Won(
            String prizeId,
            String name,
            Reward.Kind reward,
            State state,
            @Nullable String couponId,
            @Nullable Instant validUntil,
            @Nullable Long points,
            @Nullable String text,
            @Nullable String problem) {
        static Won of(Prize prize, Participation participation) {
            Optional<Delivery> delivery = participation.delivery(prize.id());
            String problem = delivery.map(Delivery::problem).orElse(null);
            State settled = problem == null ? State.GIVEN : State.UNAVAILABLE;
            return new Won(
                    prize.id(),
                    prize.name(),
                    prize.reward().kind(),
                    participation.isSettled() ? settled : State.ON_ITS_WAY,
                    delivery.map(Delivery::couponId).orElse(null),
                    delivery.map(Delivery::validUntil).orElse(null),
                    prize.reward().points(),
                    prize.reward().text(),
                    problem);
        }
    }

    static Own answer(TakingResult result) {
        if (result instanceof TookPart tookPart) {
            return Own.of(tookPart.campaign(), tookPart.participation());
        }
        if (result instanceof Invalid invalid) {
            throw ProblemException.invalid(invalid.problems());
        }
        throw refusal(((Refused) result).reason());
    }

    static ProblemException refusal(Reason reason) {
        return switch (reason) {
            case UNKNOWN_CAMPAIGN -> ProblemException.notFound();
            case NOT_RUNNING -> ProblemException.refused("campaign-not-running");
            case NOT_IN_AUDIENCE -> ProblemException.refused("campaign-not-in-audience");
            case UNKNOWN_SCENE -> ProblemException.refused("campaign-scene-unknown");
            case NO_MORE_TODAY -> ProblemException.refused("campaign-no-more-today");
            case NO_MORE -> ProblemException.refused("campaign-no-more");
            case KEY_REUSED -> ProblemException.refused("idempotency-key-reused");
            case UNKNOWN_INVITATION -> ProblemException.refused("invitation-unknown");
            case SELF_INVITATION -> ProblemException.refused("invitation-to-oneself");
            case DEVICE_TAKEN -> ProblemException.refused("invitation-device-used");
            case NOT_NEW -> ProblemException.refused("invitation-not-new");
            case REGISTERED_BEFORE -> ProblemException.refused("invitation-newcomers-only");
        };
    }
}
