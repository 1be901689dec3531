package org.linli.user.audit;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the audit trail.
 *
 * @param anchorRows a chain that grew by so many rows is anchored at once
 * @param anchorAfter one that grew by fewer, after this time
 * @param mostExported rows of one export; more are cut, and the export says so
 * @param rowsACall rows that one call verifies; whoever wants more goes on where it ended
 */
@Validated
@ConfigurationProperties("linli.audit")
record AuditSettings(
        @DefaultValue("1000") @Min(1) int anchorRows,
        @DefaultValue("1m") Duration anchorAfter,
        @DefaultValue("200000") @Min(1) @Max(1_000_000) int mostExported,
        @DefaultValue("100000") @Min(1_000) @Max(1_000_000) int rowsACall) {}
