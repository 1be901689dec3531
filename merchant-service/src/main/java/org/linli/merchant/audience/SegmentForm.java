package org.linli.merchant.audience;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A segment as staff write it.
 *
 * @param organisationId whose consumers it is about; absent = the caller's own place
 */
record SegmentForm(
        @NotBlank @Size(max = 60) String name,

        @Nullable @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}") String organisationId,

        @NotNull JsonNode rule) {}
