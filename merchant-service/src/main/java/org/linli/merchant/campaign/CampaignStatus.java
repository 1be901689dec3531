package org.linli.merchant.campaign;

/** Where a campaign is; SCHEDULED is what the clock makes of a running one that has not begun, and is never stored. */
public enum CampaignStatus {
    DRAFT,
    IN_REVIEW,
    SCHEDULED,
    RUNNING,
    PAUSED,
    ENDED
}
