package org.linli.loan.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;

/**
 * A contract as its borrower and the staff see it: names and account masked. Money in fen.
 *
 * @param edition counts how often it was prepared
 * @param trouble why the signing does not go on, for staff; null when it does
 */
record ContractView(
        String applicationId,
        int edition,
        ContractStatus status,
        long amountFen,
        int termMonths,
        String annualRatePercent,
        RepaymentMethod method,
        DayCount dayCount,
        boolean revolving,
        List<String> conditions,
        LocalDate approvalValidUntil,
        PayeeView payee,
        List<DocumentView> documents,
        List<SignatoryView> signatories,
        @Nullable Instant signingExpiresAt,
        @Nullable String trouble) {

    record PayeeView(Payee.Kind kind, String account) {}

    /** @param id where it is read; also the SHA-256 that is signed */
    record DocumentView(String id, ContractDocument.Kind kind, int bytes) {}

    record SignatoryView(
            String partyId, String name, @Nullable Instant signedAt) {}

    static ContractView of(Contract contract) {
        Contract.Draft draft = contract.draft();
        AgreedTerms terms = draft.terms();
        Contract.Signing signing = contract.signing();
        return new ContractView(
                contract.id(),
                contract.edition(),
                contract.status(),
                terms.amountFen(),
                terms.termMonths(),
                new BigDecimal(terms.annualRatePercent()).toPlainString(),
                terms.method(),
                terms.dayCount(),
                terms.revolving(),
                terms.conditions(),
                terms.validUntil(),
                new PayeeView(draft.payeeKind(), draft.maskedAccount()),
                draft.documents().stream()
                        .map(one -> new DocumentView(one.sha256(), one.kind(), one.bytes()))
                        .toList(),
                contract.signatories().stream()
                        .map(one -> new SignatoryView(one.partyId(), one.maskedName(), one.signedAt()))
                        .toList(),
                signing == null ? null : signing.expiresAt(),
                contract.trouble());
    }
}
