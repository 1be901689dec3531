package org.linli.loan.bureau;

/** A case that waited for the bureau need not wait any longer. */
public record CreditReportArrived(String caseId) {}
