package org.linli.merchant.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the reviews.
 *
 * @param ratingRemembered how long a merchant's stars are shown before they are counted again
 * @param wordList a file with the bank's own sensitive words, one a line, besides the list that is built in; empty for
 *     none
 */
@Validated
@ConfigurationProperties("merchant.reviews")
record ReviewSettings(
        @DefaultValue("10s") Duration ratingRemembered,
        @DefaultValue("") String wordList) {}
