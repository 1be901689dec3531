package org.linli.loan.investigation;

/** Why an investigator's act is refused. */
enum Refusal {
    NOT_FOUND("not-found"),
    NOT_YOUR_SIDE("forbidden"),
    NOT_UNDER_INVESTIGATION("not-under-investigation"),
    TOO_MANY_ROUNDS("too-many-rounds"),
    SIDE_TAKEN("side-taken"),
    /** The same person, or in the same person's place, never both (rule L-2). */
    BOTH_SIDES("investigator-of-both-sides"),
    OWN_OR_RELATED_CASE("four-eyes-conflict"),
    REVISION_NEEDED("revision-needed"),
    STALE_VERSION("stale-version"),
    REPORT_SUBMITTED("report-submitted"),
    REPORT_INCOMPLETE("report-incomplete"),
    STATEMENTS_DO_NOT_TIE("statements-do-not-tie"),
    TOO_MANY_PHOTOS("too-many-photos"),
    PHOTO_WITHOUT_PLACE("photo-without-place"),
    PHOTO_TIME_IMPOSSIBLE("photo-time-impossible"),
    REPORTS_OUTSTANDING("reports-outstanding"),
    INVESTIGATION_COMPLETED("investigation-completed"),
    NO_REASON_NEEDED("no-reason-needed"),
    NOT_AN_INVESTIGATOR("forbidden");

    private final String code;

    Refusal(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
