package org.linli.loan.approval;

/** The permissions that levels are made of (rule L-8). */
final class Permissions {
    static final String BRANCH = "loan-approval.branch";
    static final String HEAD_OFFICE = "loan-approval.head-office";
    static final String CHAIR = "loan-committee.chair";
    static final String VOTE = "loan-committee.vote";

    private Permissions() {}
}
