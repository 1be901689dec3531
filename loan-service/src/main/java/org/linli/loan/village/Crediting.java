package org.linli.loan.village;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.CustomerFiles;
import org.linli.loan.customerfile.FileFacts;
import org.linli.loan.customerfile.FileKind;
import org.linli.loan.customerfile.JointGroups;
import org.linli.loan.foureyes.FourEyes.Decider;
import org.linli.loan.village.CreditOutcome.Reason;
import org.linli.loan.village.CreditOutcome.Refused;
import org.linli.loan.village.Signature.Security;
import org.linli.starter.Ids;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Bringing a village's households from the file to a used limit. */
@Component
class Crediting {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final VillageStore store;
    private final CustomerFiles files;
    private final JointGroups groups;
    private final VillageSettings settings;
    private final SealedField objectionText;
    private final SealedField resolutionReason;
    private final Clock clock;

    Crediting(
            VillageStore store,
            CustomerFiles files,
            JointGroups groups,
            VillageSettings settings,
            FieldCipher cipher,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.groups = groups;
        this.settings = settings;
        this.objectionText = cipher.field(VillageCredit.COLLECTION, "objections.text");
        this.resolutionReason = cipher.field(VillageCredit.COLLECTION, "objections.resolution.reason");
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SHANGHAI);
    }

    /** Empty when the place is not the caller's. */
    Optional<Village> open(String name, String organisationPath, int households, Caller caller) {
        String id = Ids.derived("village", organisationPath, name);
        return caller.oversees(organisationPath)
                ? Optional.of(store.store(Village.of(id, name, organisationPath, households)))
                : Optional.empty();
    }

    Optional<Village> village(String id, Caller caller) {
        return store.village(id).filter(found -> caller.oversees(found.organisationPath()));
    }

    /** Puts a household of the village's branch on the way; a repetition finds it there. */
    CreditOutcome enrol(String villageId, String fileId, Caller caller) {
        Optional<Village> village = village(villageId, caller);
        if (village.isEmpty()) {
            return Refused.of(Reason.NOT_FOUND);
        }
        String path = village.get().organisationPath();
        Optional<FileFacts> facts = files.ofFile(fileId)
                .filter(file -> file.kind() == FileKind.HOUSEHOLD
                        && file.organisationPath().startsWith(path)
                        && caller.oversees(file.organisationPath()));
        Optional<String> name = files.maskedHolder(fileId);
        if (facts.isEmpty() || name.isEmpty()) {
            return Refused.of(Reason.NO_HOUSEHOLD_FILE);
        }
        String id = VillageCredits.id(villageId, fileId);
        return new CreditOutcome.Changed(
                store.store(VillageCredit.filed(id, villageId, fileId, name.get(), path, caller.subject())));
    }

    Optional<VillageCredit> credit(String id, Caller caller) {
        return store.credit(id).filter(found -> caller.oversees(found.organisationPath()));
    }

    /** What the household could be lent by its file as it is now. */
    LimitPolicy.Suggestion suggestion(VillageCredit credit) {
        return files.ofFile(credit.fileId())
                .map(settings.policy()::suggest)
                .orElseThrow(() -> new IllegalStateException("no file of " + credit));
    }

    CreditOutcome setLimit(String id, @Nullable Long wantedFen, Caller caller) {
        return change(id, caller, credit -> credit.credit(suggestion(credit), wantedFen, caller.subject()));
    }

    CreditOutcome publish(String id, Caller caller) {
        return change(id, caller, credit -> credit.publish(today(), settings.noticeDays(), Decider.of(caller)));
    }

    /** @param clientId makes a repetition the same objection */
    CreditOutcome object(String id, String clientId, String text, Caller caller) {
        String objectionId = Ids.derived("objection", id, clientId);
        String sealed = objectionText.encrypt(id + "/" + objectionId, text);
        return change(
                id,
                caller,
                credit -> credit.object(new Objection(objectionId, sealed, today(), caller.subject(), null)));
    }

    CreditOutcome resolve(String id, String objectionId, Objection.Verdict verdict, String reason, Caller caller) {
        Objection.Resolution how = new Objection.Resolution(
                verdict, resolutionReason.encrypt(id + "/" + objectionId, reason), caller.subject(), today());
        return change(id, caller, credit -> credit.resolve(objectionId, how, Decider.of(caller)));
    }

    String objectionText(VillageCredit credit, Objection objection) {
        return objectionText.decrypt(credit.id() + "/" + objection.id(), objection.text());
    }

    /** Jointly only for a member of a declared joint-liability group. */
    CreditOutcome sign(String id, Security security, String contractNumber, Caller caller) {
        return change(id, caller, credit -> {
            boolean grouped = files.ofFile(credit.fileId())
                    .filter(file -> file.jointGroupId() != null)
                    .isPresent();
            return security == Security.JOINT && !grouped
                    ? Refused.of(Reason.NO_JOINT_GROUP)
                    : credit.sign(new Signature(today(), security, contractNumber, caller.subject()));
        });
    }

    CreditOutcome use(String id, String loanId, Caller caller) {
        return change(id, caller, credit -> credit.use(loanId));
    }

    /** Empty when there is no such village in scope, or not all of them are on its way. */
    Optional<JointGroups.Declared> declareGroup(String villageId, SortedSet<String> fileIds, Caller caller) {
        return village(villageId, caller)
                .filter(found -> fileIds.stream()
                        .allMatch(file ->
                                store.credit(VillageCredits.id(villageId, file)).isPresent()))
                .map(found -> groups.declare(villageId, found.organisationPath(), fileIds, caller));
    }

    List<VillageCredit> notices(String villageId, @Nullable String afterId, int limit) {
        return store.onNotice(villageId, today(), afterId, limit);
    }

    private CreditOutcome change(String id, Caller caller, Function<VillageCredit, CreditOutcome> change) {
        return store.change(
                id,
                credit -> caller.oversees(credit.organisationPath())
                        ? change.apply(credit)
                        : Refused.of(Reason.NOT_FOUND));
    }
}
