package org.linli.loan.customerfile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Limits of files and guarantees; all of them ours.
 *
 * @param maxGuarantees for how many files one person may guarantee
 * @param ringLength how many files long a guarantor ring may be to be looked for
 * @param ringFiles how many files a search visits before it says that it does not know
 * @param sharedFiles of how many files a shared phone, address or person is remembered
 */
@Validated
@ConfigurationProperties("linli.loan.customer-files")
record CustomerFileSettings(
        @Min(1) @Max(20) int maxGuarantees,
        @Min(2) @Max(12) int ringLength,
        @Min(10) @Max(2_000) int ringFiles,
        @Min(2) @Max(500) int sharedFiles) {}
