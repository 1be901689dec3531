package org.linli.merchant.campaign;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.CampaignResult.Conflict;
import org.linli.merchant.campaign.CampaignResult.Done;
import org.linli.merchant.campaign.CampaignResult.Invalid;
import org.linli.merchant.campaign.CampaignResult.Refused;
import org.linli.merchant.campaign.CampaignResult.Unavailable;
import org.linli.merchant.foureyes.FourEyesRefusal;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** What callers see of campaigns, and of refusals. */
@Component
class CampaignAnswers {
    private final FourEyesRefusal fourEyes;

    CampaignAnswers(FourEyesRefusal fourEyes) {
        this.fourEyes = fourEyes;
    }

    /** For staff. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Full(
            String id,
            CampaignStatus status,
            String organisationPath,
            String title,
            String text,
            Entry entry,
            Instant from,
            Instant until,
            int perDay,
            int inAll,
            boolean newcomersOnly,
            @Nullable String segmentId,
            List<PrizeAnswer> prizes,
            List<Question> questions,
            List<Scene> scenes,
            List<Agreement> agreements,
            Instant createdAt,
            @Nullable String reason,
            @Nullable String commitment) {
        static Full of(Campaign campaign, Instant now) {
            Plan plan = campaign.plan();
            return new Full(
                    campaign.id(),
                    campaign.statusAt(now),
                    campaign.organisationPath(),
                    plan.title(),
                    plan.text(),
                    plan.entry(),
                    plan.from(),
                    plan.until(),
                    plan.limits().perDay(),
                    plan.limits().inAll(),
                    plan.newcomersOnly(),
                    plan.segmentId(),
                    plan.prizes().stream().map(PrizeAnswer::of).toList(),
                    plan.questions(),
                    campaign.scenes(),
                    campaign.agreements(),
                    campaign.createdAt(),
                    campaign.reason(),
                    campaign.commitment());
        }
    }

    /** @param oddsPercent as a decimal; absent = certain */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PrizeAnswer(
            String id,
            String name,
            Reward.Kind reward,
            @Nullable String offerId,
            @Nullable String merchantId,
            @Nullable Long points,
            @Nullable Integer quantity,
            @Nullable String oddsPercent,
            When when,
            @Nullable Side side) {
        static PrizeAnswer of(Prize prize) {
            Integer chance = prize.chance();
            return new PrizeAnswer(
                    prize.id(),
                    prize.name(),
                    prize.reward().kind(),
                    prize.reward().offerId(),
                    prize.reward().merchantId(),
                    prize.reward().points(),
                    prize.quantity(),
                    chance == null
                            ? null
                            : BigDecimal.valueOf(chance, Prize.PERCENT_SCALE)
                                    .stripTrailingZeros()
                                    .toPlainString(),
                    prize.when(),
                    prize.side());
        }
    }

    /** For everybody: not what is right, nor who agreed. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Public(
            String id,
            CampaignStatus status,
            String title,
            String text,
            Entry entry,
            Instant from,
            Instant until,
            int perDay,
            int inAll,
            List<PrizeAnswer> prizes,
            List<Asked> questions,
            @Nullable String commitment,
            @Nullable String seed) {
        static Public of(Campaign campaign, Instant now, @Nullable String seed) {
            Plan plan = campaign.plan();
            return new Public(
                    campaign.id(),
                    campaign.statusAt(now),
                    plan.title(),
                    plan.text(),
                    plan.entry(),
                    plan.from(),
                    plan.until(),
                    plan.limits().perDay(),
                    plan.limits().inAll(),
                    plan.prizes().stream().map(PrizeAnswer::of).toList(),
                    plan.questions().stream()
                            .map(question -> new Asked(question.text(), question.options()))
                            .toList(),
                    campaign.commitment(),
                    seed);
        }
    }

    record Asked(String text, List<String> options) {}

    /** @param found one more than the page holds, if there are more */
    static <T> Page<T> page(List<Campaign> found, int size, Function<Campaign, T> answer) {
        List<Campaign> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null;
        return new Page<>(shown.stream().map(answer).toList(), next);
    }

    Campaign done(CampaignResult result, Locale locale) {
        if (result instanceof Done done) {
            return done.campaign();
        }
        if (result instanceof Conflict conflict) {
            throw fourEyes.of(conflict.reason(), locale);
        }
        if (result instanceof Invalid invalid) {
            throw ProblemException.invalid(invalid.problems());
        }
        if (result instanceof Unavailable unavailable) {
            throw ProblemException.refused("campaign-prize-unavailable", unavailable.problems());
        }
        throw switch (((Refused) result).reason()) {
            case UNKNOWN -> ProblemException.notFound();
            case OUT_OF_SCOPE -> ProblemException.forbidden();
            case ILLEGAL_STATE -> ProblemException.conflict("illegal-state");
            case WINDOW_OVER -> ProblemException.refused("campaign-window-over");
            case SCENE_MISSING -> ProblemException.refused("campaign-needs-scene");
            case AGREEMENT_MISSING -> ProblemException.refused("campaign-needs-agreement");
            case UNKNOWN_MERCHANT -> ProblemException.invalidParameter("merchantId", "(expected: a known merchant)");
        };
    }
}
