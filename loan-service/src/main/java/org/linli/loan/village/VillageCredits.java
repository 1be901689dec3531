package org.linli.loan.village;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.linli.starter.Ids;
import org.springframework.stereotype.Component;

/** What other features may know of sunshine credit. */
@Component
public class VillageCredits {
    private final VillageStore store;

    VillageCredits(VillageStore store) {
        this.store = store;
    }

    /** @param limitFen what the household may owe at most */
    public record SignedLimit(String creditId, String villageId, long limitFen, boolean joint) {}

    /** The household's signed limit in the village; empty while nothing is signed. */
    public Optional<SignedLimit> signed(String villageId, String fileId) {
        return store.credit(id(villageId, fileId)).flatMap(VillageCredits::signedLimit);
    }

    /** The signed limits of these households, in whichever villages. */
    public List<SignedLimit> signedBy(Collection<String> fileIds) {
        return store.ofFiles(fileIds).stream()
                .flatMap(credit -> signedLimit(credit).stream())
                .toList();
    }

    private static Optional<SignedLimit> signedLimit(VillageCredit credit) {
        Signature signature = credit.signature();
        Long limit = credit.limitFen();
        return signature == null || limit == null
                ? Optional.empty()
                : Optional.of(new SignedLimit(
                        credit.id(), credit.villageId(), limit, signature.security() == Signature.Security.JOINT));
    }

    /** A loan draws on a signed limit; may be repeated. False when nothing is signed. */
    public boolean used(String creditId, String loanId) {
        return store.change(creditId, credit -> credit.use(loanId)) instanceof CreditOutcome.Changed;
    }

    static String id(String villageId, String fileId) {
        return Ids.derived("village-credit", villageId, fileId);
    }
}
