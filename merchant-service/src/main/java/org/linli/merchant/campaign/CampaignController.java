package org.linli.merchant.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff prepare, publish and stop campaigns. */
@RestController
@RequestMapping("/api/v1/admin/campaigns")
class CampaignController {
    private final Planning planning;
    private final Publishing publishing;
    private final CampaignAnswers answers;

    CampaignController(Planning planning, Publishing publishing, CampaignAnswers answers) {
        this.planning = planning;
        this.publishing = publishing;
        this.answers = answers;
    }

    @Allowed("campaign.read")
    @GetMapping
    Page<CampaignAnswers.Full> list(
            @RequestParam(required = false) @Nullable CampaignStatus status,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Campaign> found = planning.list(caller, status, cursor == null ? null : cursor.text(0), size + 1);
        return CampaignAnswers.page(found, size, this::full);
    }

    @Allowed("campaign.read")
    @GetMapping("/{id}")
    CampaignAnswers.Full one(@PathVariable String id, Caller caller) {
        return planning.find(caller, id).map(this::full).orElseThrow(ProblemException::notFound);
    }

    @Allowed("campaign.prepare")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CampaignAnswers.Full create(@RequestBody @Valid CampaignForm form, Caller caller, Locale locale) {
        return answer(planning.create(caller, form.organisationId(), form.plan()), locale);
    }

    /** What was handed in is a draft again; whose it is does not change. */
    @Allowed("campaign.prepare")
    @PutMapping("/{id}")
    CampaignAnswers.Full rewrite(
            @PathVariable String id, @RequestBody @Valid CampaignForm form, Caller caller, Locale locale) {
        return answer(planning.rewrite(caller, id, form.plan()), locale);
    }

    /** As people will see it. */
    @Allowed("campaign.read")
    @GetMapping("/{id}/preview")
    CampaignAnswers.Public preview(@PathVariable String id, Caller caller) {
        return planning.find(caller, id)
                .map(campaign -> CampaignAnswers.Public.of(campaign, planning.now(), null))
                .orElseThrow(ProblemException::notFound);
    }

    @Allowed("campaign.prepare")
    @PostMapping("/{id}/submission")
    CampaignAnswers.Full submit(@PathVariable String id, Caller caller, Locale locale) {
        return answer(planning.submit(caller, id), locale);
    }

    @Allowed("campaign.publish")
    @PostMapping("/{id}/publication")
    CampaignAnswers.Full publish(@PathVariable String id, Caller caller, Locale locale) {
        return answer(publishing.publish(caller, id), locale);
    }

    @Allowed("campaign.publish")
    @PostMapping("/{id}/rejection")
    CampaignAnswers.Full reject(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answer(publishing.giveBack(caller, id, form.reason.strip()), locale);
    }

    /** Stopping is anybody's who may prepare; starting again takes the second person. */
    @Allowed("campaign.prepare")
    @PostMapping("/{id}/pause")
    CampaignAnswers.Full pause(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answer(planning.pause(caller, id, form.reason.strip()), locale);
    }

    @Allowed("campaign.publish")
    @PostMapping("/{id}/resumption")
    CampaignAnswers.Full resume(@PathVariable String id, Caller caller, Locale locale) {
        return answer(publishing.resume(caller, id), locale);
    }

    @Allowed("campaign.publish")
    @PostMapping("/{id}/end")
    CampaignAnswers.Full end(
            @PathVariable String id, @RequestBody @Valid ReasonForm form, Caller caller, Locale locale) {
        return answer(publishing.end(caller, id, form.reason.strip()), locale);
    }

    private CampaignAnswers.Full answer(CampaignResult result, Locale locale) {
        return full(answers.done(result, locale));
    }

    private CampaignAnswers.Full full(Campaign campaign) {
        return CampaignAnswers.Full.of(campaign, planning.now());
    }

    record ReasonForm(@NotBlank @Size(max = 300) String reason) {}
}
