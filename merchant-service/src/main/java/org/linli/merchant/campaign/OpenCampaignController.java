package org.linli.merchant.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Campaigns as people see them. */
@RestController
@RequestMapping("/api/v1/campaigns")
class OpenCampaignController {
    private final CampaignShelf shelf;
    private final Clock clock;

    OpenCampaignController(CampaignShelf shelf, Clock clock) {
        this.shelf = shelf;
        this.clock = clock;
    }

    /** Those that run, will run or are paused; of one branch or of all. */
    @Allowed("campaign.join")
    @GetMapping
    Page<CampaignAnswers.Public> list(
            @RequestParam(required = false) @Nullable @Pattern(regexp = CampaignForm.ORGANISATION) String organisationId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after) {
        Cursor cursor = Cursor.parse(after, 1);
        Instant now = clock.instant();
        List<Campaign> found = shelf.open(organisationId, now, cursor == null ? null : cursor.text(0), size + 1);
        return CampaignAnswers.page(found, size, campaign -> CampaignAnswers.Public.of(campaign, now, null));
    }

    /** With the seed when it is over: then everybody can compute their draws again. */
    @Allowed("campaign.join")
    @GetMapping("/{id}")
    CampaignAnswers.Public one(@PathVariable String id) {
        Instant now = clock.instant();
        Campaign campaign = shelf.find(id).orElseThrow(ProblemException::notFound);
        return CampaignAnswers.Public.of(
                campaign, now, shelf.revealedSeed(campaign).orElse(null));
    }
}
