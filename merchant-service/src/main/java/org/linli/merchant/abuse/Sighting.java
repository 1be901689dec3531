package org.linli.merchant.abuse;

import org.springframework.data.mongodb.core.mapping.Field;

/**
 * Someone was seen somewhere.
 *
 * @param key what happened: the same one is one sighting
 * @param takenBack a redemption that was taken back counts nowhere, also when that was heard first
 */
record Sighting(
        @Field("k") String key,
        @Field("p") String person,
        @Field("d") int day,
        @Field("v") boolean takenBack) {}
