package org.linli.merchant.campaign;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.StrictBody;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/** Places where a campaign's QR codes hang. */
@RestController
@RequestMapping("/api/v1/admin/campaigns/{campaignId}/scenes")
class SceneController {
    private final Planning planning;
    private final CampaignAnswers answers;
    private final CampaignSettings settings;

    SceneController(Planning planning, CampaignAnswers answers, CampaignSettings settings) {
        this.planning = planning;
        this.answers = answers;
        this.settings = settings;
    }

    /** Answers the new one with where its code leads. */
    @Allowed("campaign.prepare")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SceneAnswer add(@PathVariable String campaignId, @RequestBody @Valid SceneForm form, Caller caller, Locale locale) {
        Campaign campaign =
                answers.done(planning.addScene(caller, campaignId, form.name.strip(), form.merchantId), locale);
        List<Scene> scenes = campaign.scenes();
        return answer(campaignId, scenes.get(scenes.size() - 1));
    }

    @Allowed("campaign.read")
    @GetMapping("/{sceneId}")
    SceneAnswer one(@PathVariable String campaignId, @PathVariable String sceneId, Caller caller) {
        return answer(campaignId, scene(campaignId, sceneId, caller));
    }

    /** @param size pixels on each side */
    @Allowed("campaign.read")
    @GetMapping(path = "/{sceneId}/qr-code", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] qrCode(
            @PathVariable String campaignId,
            @PathVariable String sceneId,
            @RequestParam(defaultValue = "400") @Min(100) @Max(2000) int size,
            Caller caller) {
        scene(campaignId, sceneId, caller);
        return QrCode.png(url(campaignId, sceneId), size);
    }

    private Scene scene(String campaignId, String sceneId, Caller caller) {
        return planning.find(caller, campaignId).stream()
                .flatMap(campaign -> campaign.scenes().stream())
                .filter(scene -> scene.id().equals(sceneId))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private SceneAnswer answer(String campaignId, Scene scene) {
        return new SceneAnswer(scene.id(), scene.name(), scene.merchantId(), url(campaignId, scene.id()));
    }

    private String url(String campaignId, String sceneId) {
        return UriComponentsBuilder.fromUriString(settings.publicBaseUrl())
                .path("/")
                .queryParam("campaign", campaignId)
                .queryParam("scene", sceneId)
                .toUriString();
    }

    record SceneForm(
            @NotBlank @Size(max = 60) String name,
            @Nullable @Size(max = 64) String merchantId) implements StrictBody {}

    record SceneAnswer(
            String sceneId, String name, @Nullable String merchantId, String url) {}
}
