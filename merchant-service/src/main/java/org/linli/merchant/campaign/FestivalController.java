package org.linli.merchant.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.StrictBody;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Drafts from templates; a draft is then changed like any other. */
@RestController
@RequestMapping("/api/v1/admin/campaigns/templates")
class FestivalController {
    private final Festivals festivals;
    private final Planning planning;
    private final CampaignAnswers answers;
    private final Clock clock;

    FestivalController(Festivals festivals, Planning planning, CampaignAnswers answers, Clock clock) {
        this.festivals = festivals;
        this.planning = planning;
        this.answers = answers;
        this.clock = clock;
    }

    @Allowed("campaign.read")
    @GetMapping
    Templates all() {
        return new Templates(festivals.all());
    }

    @Allowed("campaign.prepare")
    @PostMapping("/{code}/drafts")
    @ResponseStatus(HttpStatus.CREATED)
    CampaignAnswers.Full draft(
            @PathVariable String code, @RequestBody @Valid DatesForm dates, Caller caller, Locale locale) {
        CampaignForm form = festivals
                .form(code, dates.from, dates.until, dates.organisationId)
                .orElseThrow(ProblemException::notFound);
        CampaignResult result = planning.create(caller, form.organisationId(), form.plan());
        return CampaignAnswers.Full.of(answers.done(result, locale), clock.instant());
    }

    record Templates(List<Festivals.Festival> items) {}

    record DatesForm(
            @NotNull Instant from,
            @NotNull Instant until,

            @Nullable @Pattern(regexp = CampaignForm.ORGANISATION) String organisationId)
            implements StrictBody {}
}
