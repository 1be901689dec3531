package org.linli.events;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a person, without anything that identifies them: ids and pseudonyms only. */
public sealed interface UserEvent extends DomainEvent {
    /** Two users turned out to be one person: whatever is kept under the merged id now belongs to the survivor. */
    record Merged(String survivorId, String mergedId) implements UserEvent {}

    /**
     * @param customerId a pseudonym of the bank's customer; several users may share it
     * @param borrower whether the customer owed the bank money then; null when the bank could not be asked, and in events
     *     of older versions
     */
    record Bound(String userId, String customerId, @Nullable Boolean borrower) implements UserEvent {}

    record Unbound(String userId, String customerId) implements UserEvent {}

    /** @param purpose such as {@code MARKETING} */
    record ConsentChanged(String userId, String purpose, boolean granted, Instant at) implements UserEvent {}

    /** @param tags all of them, not only the new ones */
    record TagsChanged(String userId, List<String> tags) implements UserEvent {}

    /**
     * What a person is like in broad categories, all of it as it is now.
     *
     * @param gender as they say themselves; only with their consent to profiling
     * @param bornFrom first of the five years in which they were born; only with their consent to profiling
     * @param homeBranchId the branch they chose to belong to
     */
    record ProfileChanged(
            String userId,
            @Nullable String gender,
            @Nullable Integer bornFrom,
            @Nullable String homeBranchId) implements UserEvent {}

    /** The person asked to be forgotten: whoever keeps something personal under this id lets it go. */
    record Erased(String userId, Instant at) implements UserEvent {}
}
