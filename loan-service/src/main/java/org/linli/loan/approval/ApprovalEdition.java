package org.linli.loan.approval;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.linli.loan.approval.kernel.Bands;
import org.linli.loan.approval.kernel.Majority;
import org.linli.loan.product.ApprovalBand;
import org.linli.loan.product.LoanProduct;

/**
 * The parameters of rule L-8 in one edition; a decision keeps the edition it was taken under. Amounts in fen, limits
 * inclusive.
 *
 * @param from first business day
 * @param assessmentAboveFen larger amounts are not approved without an assessment and the investigation's facts
 * @param seats how many members sit in the committee
 * @param quorum how many of them have to vote
 * @param majorityNumerator of the share of votes cast that has to be for
 */
record ApprovalEdition(
        @Min(1) int version,
        @NotNull LocalDate from,
        @Min(0) long systemUpToFen,
        @Min(0) long branchUpToFen,
        @Min(0) long headOfficeUpToFen,
        @Min(0) long assessmentAboveFen,
        @Min(1) @Max(15) int seats,
        @Min(1) int quorum,
        @Min(1) int majorityNumerator,
        @Min(1) int majorityDenominator) {

    /** With the bands that are published with the product, which take the place of the bank's usual ones. */
    ApprovalEdition withBandsOf(LoanProduct product) {
        long branch = product.decidesUpToFen(ApprovalBand.Decider.BRANCH_HEAD);
        long headOffice = Math.max(branch, product.decidesUpToFen(ApprovalBand.Decider.APPROVER));
        return new ApprovalEdition(
                version,
                from,
                Math.min(systemUpToFen, headOffice),
                branch,
                headOffice,
                assessmentAboveFen,
                seats,
                quorum,
                majorityNumerator,
                majorityDenominator);
    }

    Bands bands() {
        return new Bands(systemUpToFen, branchUpToFen, headOfficeUpToFen);
    }

    Majority majority() {
        return new Majority(quorum, majorityNumerator, majorityDenominator);
    }

    @AssertTrue(message = "bands rise, a quorum fits the seats, and a majority is more than half and at most all") boolean isConsistent() {
        return branchUpToFen <= headOfficeUpToFen
                && systemUpToFen <= headOfficeUpToFen
                && quorum <= seats
                && majorityNumerator <= majorityDenominator
                && 2L * majorityNumerator > majorityDenominator;
    }
}
