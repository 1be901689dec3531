package org.linli.merchant.participation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.StrictBody;
import org.linli.starter.Ids;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** People take part, invite, and see what they won. */
@RestController
@RequestMapping("/api/v1")
class ParticipationController {
    private final TakingPart takingPart;
    private final Invitations invitations;
    private final JsonMapper json;

    ParticipationController(TakingPart takingPart, Invitations invitations, JsonMapper json) {
        this.takingPart = takingPart;
        this.invitations = invitations;
        this.json = json;
    }

    @Allowed("campaign.join")
    @PostMapping("/campaigns/{campaignId}/participations")
    @ResponseStatus(HttpStatus.CREATED)
    ParticipationAnswers.Own takePart(
            @PathVariable String campaignId,
            @RequestBody(required = false) @Valid @Nullable HandedForm form,
            Caller caller,
            IdempotencyKey key) {
        Handed handed = form == null ? Handed.NOTHING : form.handed();
        String hash = Ids.hash(json.writeValueAsString(handed));
        return ParticipationAnswers.answer(
                takingPart.takePart(campaignId, caller.subject(), handed, key.scope(), hash));
    }

    /** The code that friends bring along; the same one again. */
    @Allowed("campaign.join")
    @PostMapping("/campaigns/{campaignId}/invitation-code")
    CodeAnswer code(@PathVariable String campaignId, @RequestBody @Valid DeviceForm form, Caller caller) {
        Invitations.Coded coded = invitations.code(campaignId, caller.subject(), form.deviceId);
        if (coded instanceof Invitations.NoCode none) {
            throw ParticipationAnswers.refusal(none.reason());
        }
        return new CodeAnswer(((Invitations.Code) coded).code());
    }

    @Allowed("campaign.join")
    @GetMapping("/me/participations")
    Page<ParticipationAnswers.Own> own(
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller) {
        Cursor cursor = Cursor.parse(after, 1);
        List<Participation> found = takingPart.of(caller.subject(), cursor == null ? null : cursor.text(0), size + 1);
        List<Participation> shown = found.subList(0, Math.min(size, found.size()));
        return new Page<>(
                shown.stream().flatMap(one -> answer(one).stream()).toList(),
                found.size() > size ? Cursor.of(shown.get(size - 1).id()) : null);
    }

    private Optional<ParticipationAnswers.Own> answer(Participation one) {
        return takingPart
                .campaign(one.entered().campaignId())
                .map(campaign -> ParticipationAnswers.Own.of(campaign, one));
    }

    record HandedForm(
            @Nullable @Size(max = 64) String sceneId,
            @Nullable @Size(max = 20) List<@NotNull @Size(max = 8) List<@NotNull Integer>> answers,
            @Nullable @Size(max = 64) String code,
            @Nullable @Size(min = 1, max = 128) String deviceId,
            @Nullable @Size(min = 1, max = 300) String message,
            @Nullable @Size(min = 1, max = 100) String pledge)
            implements StrictBody {
        Handed handed() {
            return new Handed(sceneId, answers, code, deviceId, message, pledge);
        }

        /** It holds people's own words. */
        @Override
        public String toString() {
            return "HandedForm[" + sceneId + "]";
        }
    }

    record DeviceForm(@NotBlank @Size(max = 128) String deviceId) implements StrictBody {}

    record CodeAnswer(String code) {}
}
