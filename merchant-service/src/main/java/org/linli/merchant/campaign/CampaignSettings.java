package org.linli.merchant.campaign;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of campaigns.
 *
 * @param publicBaseUrl the consumers' page, where a scene's QR code leads
 * @param mostScenes of one campaign
 * @param scheduleEvery how soon after its end a campaign's end is told; who may take part is asked of the clock
 */
@Validated
@ConfigurationProperties("merchant.campaigns")
public record CampaignSettings(
        @DefaultValue("http://localhost:8080") @NotBlank String publicBaseUrl,
        @DefaultValue("200") @Min(1) @Max(1000) int mostScenes,
        @DefaultValue("2s") Duration scheduleEvery) {}
