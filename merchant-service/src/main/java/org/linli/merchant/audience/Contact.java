package org.linli.merchant.audience;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * Someone was contacted.
 *
 * @param snapshotId for which sending: the same one counts once
 */
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Contact(String purpose, int day, String snapshotId) {}
