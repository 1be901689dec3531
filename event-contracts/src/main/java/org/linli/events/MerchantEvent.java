package org.linli.events;

/** A merchant's life; every event carries the whole public state (no contact data). */
public sealed interface MerchantEvent extends DomainEvent {
    State merchant();

    /** @param status APPLIED, MORE_WANTED, APPROVED, REJECTED, SUSPENDED or CLOSED; @param branchId the attached branch, or {@code hq} */
    record State(
            String merchantId,
            String name,
            String category,
            String address,
            String branchId,
            String organisationPath,
            Place point,
            String status) {}

    record Applied(State merchant) implements MerchantEvent {}

    record Approved(State merchant) implements MerchantEvent {}

    record Rejected(State merchant) implements MerchantEvent {}

    record Suspended(State merchant) implements MerchantEvent {}

    record Moved(State merchant) implements MerchantEvent {}

    /** The bank asked the applicant for more; what, the applicant reads there. */
    record MoreWanted(State merchant) implements MerchantEvent {}

    /** A suspended one is let back in. */
    record Resumed(State merchant) implements MerchantEvent {}

    /** Final. */
    record Closed(State merchant) implements MerchantEvent {}

    /** Raised once per period; {@code dueOn} is a business date, {@code yyyy-MM-dd}. */
    record RecheckDue(State merchant, String dueOn) implements MerchantEvent {}
}
