package org.linli.events;

import java.time.Instant;
import java.util.List;

/** What happened to a person, without anything that identifies them: ids and pseudonyms only. */
public sealed interface UserEvent extends DomainEvent {
    /** Two users turned out to be one person: whatever is kept under the merged id now belongs to the survivor. */
    record Merged(String survivorId, String mergedId) implements UserEvent {}

    /** @param customerId a pseudonym of the bank's customer; several users may share it */
    record Bound(String userId, String customerId) implements UserEvent {}

    record Unbound(String userId, String customerId) implements UserEvent {}

    /** @param purpose such as {@code MARKETING} */
    record ConsentChanged(String userId, String purpose, boolean granted, Instant at) implements UserEvent {}

    /** @param tags all of them, not only the new ones */
    record TagsChanged(String userId, List<String> tags) implements UserEvent {}

    /** The person asked to be forgotten: whoever keeps something personal under this id lets it go. */
    record Erased(String userId, Instant at) implements UserEvent {}
}
