package org.linli.events;

/** A bank branch and its service circle; every event carries the whole state, so a consumer needs only the latest. */
public sealed interface BranchEvent extends DomainEvent {
    State branch();

    /**
     * @param organisationPath where the branch hangs in the organisation tree, e.g. {@code /hq/B01/}
     * @param radiusMeters the service circle's radius, 2,000 to 3,000
     */
    record State(
            String branchId,
            String name,
            String address,
            String organisationPath,
            Place point,
            int radiusMeters,
            boolean offerReviewRequired) {}

    record Opened(State branch) implements BranchEvent {}

    record Moved(State branch) implements BranchEvent {}

    record Closed(State branch) implements BranchEvent {}
}
