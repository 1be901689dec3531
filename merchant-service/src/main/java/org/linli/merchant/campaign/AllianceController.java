package org.linli.merchant.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.CampaignAnswers.PrizeAnswer;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** An owner says whether the merchant's offers may be prizes. */
@RestController
@RequestMapping("/api/v1/campaigns")
class AllianceController {
    private static final String MERCHANT = "merchantId";

    private final Alliance alliance;
    private final CampaignAnswers answers;

    AllianceController(Alliance alliance, CampaignAnswers answers) {
        this.alliance = alliance;
        this.answers = answers;
    }

    @Allowed("campaign.agree")
    @GetMapping("/asked")
    Page<Asked> asked(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        String merchantId = caller.require(MERCHANT);
        Cursor cursor = Cursor.parse(after, 1);
        List<Campaign> found = alliance.asking(merchantId, cursor == null ? null : cursor.text(0), size + 1);
        return CampaignAnswers.page(found, size, campaign -> Asked.of(campaign, merchantId, alliance.now()));
    }

    @Allowed("campaign.agree")
    @PostMapping("/{id}/agreement")
    Asked agree(@PathVariable String id, Caller caller, Locale locale) {
        return answer(id, Agreement.State.AGREED, caller, locale);
    }

    @Allowed("campaign.agree")
    @PostMapping("/{id}/refusal")
    Asked decline(@PathVariable String id, Caller caller, Locale locale) {
        return answer(id, Agreement.State.DECLINED, caller, locale);
    }

    private Asked answer(String id, Agreement.State answer, Caller caller, Locale locale) {
        String merchantId = caller.require(MERCHANT);
        CampaignResult result = alliance.answer(merchantId, id, answer, caller.subject());
        return Asked.of(answers.done(result, locale), merchantId, alliance.now());
    }

    /** What concerns one merchant. */
    record Asked(
            String id,
            CampaignStatus status,
            String title,
            String text,
            Instant from,
            Instant until,
            List<PrizeAnswer> prizes,
            Agreement.@Nullable State agreement) {
        static Asked of(Campaign campaign, String merchantId, Instant now) {
            Plan plan = campaign.plan();
            return new Asked(
                    campaign.id(),
                    campaign.statusAt(now),
                    plan.title(),
                    plan.text(),
                    plan.from(),
                    plan.until(),
                    plan.prizes().stream()
                            .filter(prize -> merchantId.equals(prize.reward().merchantId()))
                            .map(PrizeAnswer::of)
                            .toList(),
                    campaign.agreement(merchantId).map(Agreement::state).orElse(null));
        }
    }
}
