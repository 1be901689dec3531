package org.linli.localstack.imports;

import java.util.Map;

/**
 * A row that is good to send.
 *
 * @param line where it begins in the file, counted from 1 with the heading
 * @param externalId the row's identity: SHA-256 over its text, so that the same row is the same merchant or branch
 * @param more what only rows of an organisation file have
 */
record PlaceRow(
        long line,
        String externalId,
        String name,
        String address,
        String category,
        Map<String, Object> point,
        Map<String, Object> more) {}
