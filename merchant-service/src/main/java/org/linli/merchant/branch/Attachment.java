package org.linli.merchant.branch;

/** The branch in charge and its place in the organisation tree. */
public record Attachment(String branchId, String organisationPath) {
    /** The pool for places that no circle holds. */
    public static final Attachment HEAD_OFFICE = new Attachment("hq", "/hq/");
}
