package org.linli.merchant.report;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/** @param mostADay reports of one person on one business day */
@Validated
@ConfigurationProperties("merchant.reports")
record ReportSettings(@DefaultValue("10") @Min(1) @Max(99) int mostADay) {}
