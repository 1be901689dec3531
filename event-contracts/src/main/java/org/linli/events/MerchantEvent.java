package org.linli.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A merchant's life; every event carries the whole public state (no contact data). */
public sealed interface MerchantEvent extends DomainEvent {
    State merchant();

    /**
     * @param branchId the attached branch, or {@code hq}
     * @param status APPLIED, MORE_WANTED, APPROVED, REJECTED, SUSPENDED or CLOSED
     * @param weeklyHours when it is open, Asia/Shanghai; the day HOLIDAY says what holds on public holidays; null = not
     *     known, as in older events
     * @param tags what it is known for, in its own words; null = none, as in older events
     */
    record State(
            String merchantId,
            String name,
            String category,
            String address,
            String branchId,
            String organisationPath,
            Place point,
            String status,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OfferEvent.Hours> weeklyHours,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<String> tags) {

        /** Of which neither hours nor tags are known. */
        public State(
                String merchantId,
                String name,
                String category,
                String address,
                String branchId,
                String organisationPath,
                Place point,
                String status) {
            this(merchantId, name, category, address, branchId, organisationPath, point, status, null, null);
        }
    }

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
