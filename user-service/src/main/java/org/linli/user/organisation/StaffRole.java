package org.linli.user.organisation;

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

    private final boolean ofHeadOffice;

    StaffRole(boolean ofHeadOffice) {
        this.ofHeadOffice = ofHeadOffice;
    }

    boolean mayBelongTo(String organisationId) {
        return !ofHeadOffice || Organisations.HEAD_OFFICE.equals(organisationId);
    }
}
