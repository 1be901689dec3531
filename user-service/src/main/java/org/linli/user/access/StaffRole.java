package org.linli.user.access;

/** The roles of the bank's staff; some belong to head office, independent of every branch. */
public enum StaffRole {
    ACCOUNT_MANAGER(false),
    RISK_MANAGER(true),
    BRANCH_HEAD(false),
    APPROVER(true),
    COMMITTEE_MEMBER(true),
    COMMITTEE_CHAIR(true),
    DISBURSEMENT_CLERK(true),
    MARKETING_OPERATOR(false),
    SERVICE_AGENT(false),
    SERVICE_SUPERVISOR(false),
    AUDITOR(true),
    ADMINISTRATOR(true);

    static final String HEAD_OFFICE = "hq";

    private final boolean ofHeadOffice;

    StaffRole(boolean ofHeadOffice) {
        this.ofHeadOffice = ofHeadOffice;
    }

    public boolean mayBelongTo(String organisationId) {
        return !ofHeadOffice || HEAD_OFFICE.equals(organisationId);
    }
}
