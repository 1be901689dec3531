package org.linli.merchant.favourite;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param most favourites of all kinds that one person keeps */
@Validated
@ConfigurationProperties("merchant.favourites")
record FavouriteSettings(
        @DefaultValue("500") @Min(1) @Max(2_000) int most) {}
