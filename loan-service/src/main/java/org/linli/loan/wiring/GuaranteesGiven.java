package org.linli.loan.wiring;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.loan.application.Stage;
import org.linli.loan.contract.GuarantorBook;
import org.linli.loan.customerfile.FileStanding;
import org.linli.loan.loan.Borrowings;
import org.linli.loan.village.VillageCredits;
import org.springframework.stereotype.Component;

/**
 * For how much a household stands at most: by the files in which it is a guarantor, and by the contracts that name
 * one of it. A case counts once, from its approval on; what was repaid is not known here and still counts.
 */
@Component
class GuaranteesGiven {
    private final LoanCases cases;
    private final Borrowings borrowings;
    private final GuarantorBook contracts;
    private final VillageCredits villages;

    GuaranteesGiven(LoanCases cases, Borrowings borrowings, GuarantorBook contracts, VillageCredits villages) {
        this.cases = cases;
        this.borrowings = borrowings;
        this.contracts = contracts;
        this.villages = villages;
    }

    /** In fen; empty when not everything could be looked at, which is not the same as nothing. */
    Optional<Long> atMostFen(FileStanding file, LocalDate on) {
        if (!file.complete()) {
            return Optional.empty();
        }
        Map<String, Long> bound = new HashMap<>();
        for (FileStanding.Guaranteed other : file.guaranteesFor()) {
            for (String merchantId : other.merchantIds()) {
                if (!ofMerchant(merchantId, on, bound)) {
                    return Optional.empty();
                }
            }
        }
        List<String> households = file.guaranteesFor().stream()
                .map(FileStanding.Guaranteed::fileId)
                .toList();
        villages.signedBy(households).forEach(limit -> bound.put(limit.creditId(), limit.limitFen()));
        return byContract(file, on, bound)
                ? Optional.of(bound.values().stream().reduce(0L, Math::addExact))
                : Optional.empty();
    }

    private boolean ofMerchant(String merchantId, LocalDate on, Map<String, Long> bound) {
        Optional<Borrowings.Borrowing> lent = borrowings.of(merchantId, on);
        lent.ifPresent(known -> bound.putAll(known.boundFen()));
        cases.ofMerchant(merchantId).stream()
                .filter(GuaranteesGiven::isBetweenApprovalAndMoney)
                .forEach(one -> bound.put(one.id(), one.amountFen()));
        return lent.isPresent();
    }

    private static boolean isBetweenApprovalAndMoney(LoanCase one) {
        return one.stage() == Stage.CONTRACT || one.stage() == Stage.DISBURSEMENT;
    }

    private boolean byContract(FileStanding file, LocalDate on, Map<String, Long> bound) {
        Optional<Map<String, Long>> named = contracts.of(file.household());
        if (named.isEmpty()) {
            return false;
        }
        for (Map.Entry<String, Long> contract : named.get().entrySet()) {
            LoanCase about = cases.find(contract.getKey()).orElse(null);
            if (about == null || bound.containsKey(about.id())) {
                continue;
            }
            if (isBetweenApprovalAndMoney(about)) {
                bound.put(about.id(), contract.getValue());
            } else if (about.stage() == Stage.DISBURSED && !paid(about, on, bound)) {
                return false;
            }
        }
        return true;
    }

    /** Of a loan that was taken back nothing is left. */
    private boolean paid(LoanCase about, LocalDate on, Map<String, Long> bound) {
        Optional<Borrowings.Borrowing> lent = borrowings.of(about.merchantId(), on);
        lent.map(known -> known.boundFen().get(about.id())).ifPresent(fen -> bound.put(about.id(), fen));
        return lent.isPresent();
    }
}
