package org.linli.loan.customerfile;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What other features may know of files: facts, no personal data. */
@Component
public class CustomerFiles {
    private final CustomerFileStore files;
    private final Guarantors guarantors;
    private final RelatedFiles related;

    CustomerFiles(CustomerFileStore files, Guarantors guarantors, RelatedFiles related) {
        this.files = files;
        this.guarantors = guarantors;
        this.related = related;
    }

    /** Empty when the merchant has no file: nothing is known then, which is not the same as nothing to object. */
    public Optional<FileFacts> ofMerchant(String merchantId) {
        return files.ofMerchant(merchantId).map(this::facts);
    }

    public Optional<FileFacts> ofFile(String fileId) {
        return files.find(fileId).map(this::facts);
    }

    /** Since when the merchant's household is known; empty without a file. */
    public Optional<Instant> openedAt(String merchantId) {
        return files.ofMerchant(merchantId).map(CustomerFile::openedAt);
    }

    /** Whom the merchant's household guarantees for; empty without a file. */
    public Optional<FileStanding> standingOf(String merchantId) {
        return files.ofMerchant(merchantId).map(this::standing);
    }

    private FileStanding standing(CustomerFile file) {
        RelatedFiles.Related found = related.of(file);
        List<FileStanding.Guaranteed> guaranteed = found.files().values().stream()
                .filter(other -> found.kinds()
                        .getOrDefault(other.id(), new TreeSet<>())
                        .contains(FileFacts.RelationKind.GUARANTEES_FOR))
                .map(other -> new FileStanding.Guaranteed(other.id(), other.merchantIds()))
                .toList();
        Set<String> household = file.people().stream()
                .filter(one -> one.role().isHousehold())
                .map(one -> one.keys().person())
                .collect(Collectors.toSet());
        return new FileStanding(file.id(), household, guaranteed, !found.incomplete());
    }

    /** The holder as a public notice names people: {@code 王*}. */
    public Optional<String> maskedHolder(String fileId) {
        return files.find(fileId).map(file -> file.holder().masked().name());
    }

    private FileFacts facts(CustomerFile file) {
        Finances finances = file.finances();
        Map<String, GuarantorVerdict> verdicts = guarantors.verdicts(file);
        return new FileFacts(
                file.id(),
                file.kind(),
                file.organisationPath(),
                file.isStated(),
                finances.assetsFen(),
                finances.debtsFen(),
                finances.debts().stream().anyMatch(debt -> debt.kind() == Finances.DebtKind.PRIVATE),
                finances.monthlyIncomeFen(),
                finances.monthlyExpensesFen(),
                finances.monthlyRepaymentsFen(),
                file.withRole(Party.Role.GUARANTOR)
                        .map(one -> guarantor(one, verdicts))
                        .toList(),
                relations(related.of(file)),
                file.jointGroupId());
    }

    private static FileFacts.Guarantor guarantor(Party one, Map<String, GuarantorVerdict> verdicts) {
        GuarantorVerdict verdict = verdicts.getOrDefault(one.id(), GuarantorVerdict.unknown());
        return new FileFacts.Guarantor(one.id(), one.monthlyIncomeFen(), one.accepted() != null, verdict);
    }

    private static List<FileFacts.Relation> relations(RelatedFiles.Related found) {
        return found.kinds().entrySet().stream()
                .flatMap(file -> file.getValue().stream().map(kind -> new FileFacts.Relation(kind, file.getKey())))
                .toList();
    }
}
