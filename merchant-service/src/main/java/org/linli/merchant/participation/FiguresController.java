package org.linli.merchant.participation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.CampaignShelf;
import org.linli.merchant.campaign.Draw;
import org.linli.merchant.campaign.Prize;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came of a campaign: figures for whoever ran it, every single draw for whoever checks it. */
@RestController
@RequestMapping("/api/v1/admin/campaigns/{campaignId}")
class FiguresController {
    private final CampaignShelf shelf;
    private final Figures figures;
    private final FiguresExport export;
    private final Participations participations;

    FiguresController(CampaignShelf shelf, Figures figures, FiguresExport export, Participations participations) {
        this.shelf = shelf;
        this.figures = figures;
        this.export = export;
        this.participations = participations;
    }

    @Allowed("campaign.report")
    @GetMapping("/report")
    Figures.Report report(@PathVariable String campaignId, Caller caller) {
        return figures.of(campaign(campaignId, caller));
    }

    @Allowed("campaign.export")
    @GetMapping("/report/export")
    ResponseEntity<byte[]> export(
            @PathVariable String campaignId,
            @RequestParam(defaultValue = "csv") Format format,
            Caller caller,
            Locale locale) {
        Campaign campaign = campaign(campaignId, caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, format.contentType)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"campaign." + format + "\"")
                .body(export.csv(campaign, figures.of(campaign), locale));
    }

    /** Every draw computed again from the seed, once that is public; by id. */
    @Allowed("campaign.verify")
    @GetMapping("/draws")
    DrawPage draws(
            @PathVariable String campaignId,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Campaign campaign = campaign(campaignId, caller);
        String seed = shelf.revealedSeed(campaign).orElseThrow(() -> ProblemException.refused("campaign-seed-secret"));
        Cursor cursor = Cursor.parse(after, 1);
        List<Participation> found =
                participations.ofCampaign(campaignId, cursor == null ? null : cursor.text(0), size + 1);
        return DrawPage.of(campaign, seed, found, size);
    }

    private Campaign campaign(String campaignId, Caller caller) {
        return shelf.find(caller, campaignId).orElseThrow(ProblemException::notFound);
    }

    /** The name is that of the parameter. */
    enum Format {
        csv("text/csv;charset=UTF-8");

        private final String contentType;

        Format(String contentType) {
            this.contentType = contentType;
        }
    }

    /**
     * @param seedIsAsCommitted whether the seed's hash is what was published before the first draw
     * @param wrong how many draws on this page are not what the seed says
     */
    record DrawPage(
            String seed,
            String commitment,
            boolean seedIsAsCommitted,
            long wrong,
            List<Checked> items,
            @Nullable String next) {
        static DrawPage of(Campaign campaign, String seed, List<Participation> found, int size) {
            List<Participation> shown = found.subList(0, Math.min(size, found.size()));
            List<Checked> items =
                    shown.stream().map(one -> Checked.of(campaign, seed, one)).toList();
            String commitment = String.valueOf(campaign.commitment());
            return new DrawPage(
                    seed,
                    commitment,
                    Draw.commitment(seed).equals(commitment),
                    items.stream().filter(item -> !item.right).count(),
                    items,
                    found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
        }
    }

    /**
     * @param drawer with campaign and number what the draw was made of
     * @param drawn as it was stored
     * @param computed as the seed says
     */
    record Checked(
            String participationId,
            String drawer,
            int number,
            int drawn,
            int computed,
            @Nullable String prizeId,
            boolean given,
            boolean right) {
        static Checked of(Campaign campaign, String seed, Participation participation) {
            Entered entered = participation.entered();
            String drawer = Entered.drawer(entered.consumerId(), entered.side());
            int computed = Draw.number(seed, campaign.id(), drawer, entered.number());
            Optional<String> prize =
                    Draw.prizeAt(computed, campaign.plan().prizes()).map(Prize::id);
            boolean same = computed == entered.draw() && prize.equals(Optional.ofNullable(entered.drawnPrizeId()));
            return new Checked(
                    participation.id(),
                    drawer,
                    entered.number(),
                    entered.draw(),
                    computed,
                    entered.drawnPrizeId(),
                    prize.filter(entered.prizeIds()::contains).isPresent(),
                    same);
        }
    }
}
