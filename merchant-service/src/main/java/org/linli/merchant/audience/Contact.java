package org.linli.merchant.audience;

import org.springframework.data.mongodb.core.mapping.Field;

/**
 * Someone was contacted.
 *
 * @param snapshotId for which sending: the same one counts once
 */
record Contact(
        @Field("p") String purpose,
        @Field("d") int day,
        @Field("s") String snapshotId) {}
