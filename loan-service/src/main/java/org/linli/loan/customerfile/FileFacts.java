package org.linli.loan.customerfile;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file says, without anybody's personal data. Money in fen; null is unknown.
 *
 * @param assetsFen, debtsFen what is written down; {@code financesStated} tells whether anybody wrote
 * @param monthlyRepaymentsFen of all debts
 * @param jointGroupId the declared joint-liability group
 */
public record FileFacts(
        String fileId,
        FileKind kind,
        String organisationPath,
        boolean financesStated,
        long assetsFen,
        long debtsFen,
        boolean privateDebt,
        @Nullable Long monthlyIncomeFen,
        @Nullable Long monthlyExpensesFen,
        @Nullable Long monthlyRepaymentsFen,
        List<Guarantor> guarantors,
        List<Relation> relations,
        @Nullable String jointGroupId) {

    /** @param accepted somebody accepted the guarantee; it counts only while the verdict is usable */
    public record Guarantor(
            String guarantorId, @Nullable Long monthlyIncomeFen, boolean accepted, GuarantorVerdict verdict) {}

    /** What two files have in common. */
    public enum RelationKind {
        SAME_PERSON,
        SHARED_PHONE,
        SHARED_ADDRESS,
        /** Somebody of this household guarantees for the other file. */
        GUARANTEES_FOR,
        /** Somebody of the other household guarantees for this file. */
        GUARANTEED_BY,
        SHARED_GUARANTOR
    }

    public record Relation(RelationKind kind, String fileId) {}

    /** Income that is left after expenses and repayments, if all of them are known. */
    public Optional<Long> monthlySurplusFen() {
        Long income = monthlyIncomeFen;
        Long expenses = monthlyExpensesFen;
        Long repayments = monthlyRepaymentsFen;
        return income == null || expenses == null || repayments == null
                ? Optional.empty()
                : Optional.of(income - expenses - repayments);
    }
}
