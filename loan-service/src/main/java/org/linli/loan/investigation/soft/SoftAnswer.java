package org.linli.loan.investigation.soft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What one source says to one question, as an investigator heard or found it. */
public record SoftAnswer(
        @NotBlank @Size(max = 40) String question,
        @NotNull Source source,
        @NotBlank @Size(max = 40) String option) {
    public enum Source {
        /** The applicant's own statement. */
        OWN_STATEMENT,
        /** Neighbours, suppliers, customers. */
        REFERENCE,
        /** What the investigator concludes. */
        INVESTIGATOR
    }
}
