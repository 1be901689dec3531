package org.linli.loan.village;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.village.CreditOutcome.Changed;
import org.linli.loan.village.CreditOutcome.Reason;
import org.linli.loan.village.CreditOutcome.Refused;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One household's sunshine credit in one village. */
@Document(VillageCredit.COLLECTION)
@TypeAlias("village-credit")
@CompoundIndex(name = "file", def = "{'fileId': 1}")
@CompoundIndex(name = "stage", def = "{'villageId': 1, 'stage': 1, '_id': 1}")
class VillageCredit extends AggregateRoot {
    static final String COLLECTION = "village_credits";
    static final int MAX_OBJECTIONS = 50;
    static final int MAX_LOANS = 200;

    private final String villageId;
    private final String fileId;
    private final String maskedName;
    private final String organisationPath;
    private final Set<String> preparedBy;
    private CreditStage stage;
    private @Nullable Long limitFen;
    private @Nullable Notice notice;
    private final List<Objection> objections;
    private @Nullable Signature signature;
    private final Set<String> loanIds;

    @PersistenceCreator
    VillageCredit(
            String id,
            String villageId,
            String fileId,
            String maskedName,
            String organisationPath,
            Set<String> preparedBy,
            CreditStage stage,
            @Nullable Long limitFen,
            @Nullable Notice notice,
            List<Objection> objections,
            @Nullable Signature signature,
            Set<String> loanIds) {
        super(id);
        this.villageId = villageId;
        this.fileId = fileId;
        this.maskedName = maskedName;
        this.organisationPath = organisationPath;
        this.preparedBy = new LinkedHashSet<>(preparedBy);
        this.stage = stage;
        this.limitFen = limitFen;
        this.notice = notice;
        this.objections = new ArrayList<>(objections);
        this.signature = signature;
        this.loanIds = new LinkedHashSet<>(loanIds);
    }

    static VillageCredit filed(
            String id, String villageId, String fileId, String maskedName, String organisationPath, String by) {
        return new VillageCredit(
                id,
                villageId,
                fileId,
                maskedName,
                organisationPath,
                Set.of(by),
                CreditStage.FILED,
                null,
                null,
                List.of(),
                null,
                Set.of());
    }

    /** Sets the limit, as suggested or lower; as long as nothing is public it may be set again. */
    CreditOutcome credit(LimitPolicy.Suggestion suggestion, @Nullable Long wantedFen, String by) {
        if (stage.compareTo(CreditStage.PUBLISHED) >= 0) {
            return new Refused(Reason.WRONG_STAGE, stage);
        }
        if (suggestion.kind() != LimitPolicy.Suggestion.Kind.LIMIT) {
            boolean unknown = suggestion.kind() == LimitPolicy.Suggestion.Kind.UNKNOWN;
            return Refused.of(unknown ? Reason.LIMIT_UNKNOWN : Reason.LIMIT_TOO_LITTLE);
        }
        if (wantedFen != null && wantedFen > suggestion.limitFen()) {
            return new Refused(Reason.ABOVE_SUGGESTION, suggestion.limitFen());
        }
        limitFen = wantedFen == null ? suggestion.limitFen() : wantedFen;
        stage = CreditStage.CREDITED;
        preparedBy.add(by);
        return new Changed(this);
    }

    /** Makes the limit public; by somebody who did not prepare it (rule P-2). */
    CreditOutcome publish(LocalDate on, int days, FourEyes.Decider by) {
        if (stage == CreditStage.PUBLISHED) {
            return new Changed(this);
        }
        if (stage != CreditStage.CREDITED) {
            return new Refused(Reason.WRONG_STAGE, stage);
        }
        if (FourEyes.judge(people(), by) instanceof FourEyes.Conflict conflict) {
            return new Refused(Reason.FOUR_EYES, conflict.reason());
        }
        notice = Notice.of(on, days, by.subject());
        stage = CreditStage.PUBLISHED;
        return new Changed(this);
    }

    CreditOutcome object(Objection objection) {
        if (stage != CreditStage.PUBLISHED || notice == null) {
            return new Refused(Reason.WRONG_STAGE, stage);
        }
        if (objections.stream().anyMatch(known -> known.id().equals(objection.id()))) {
            return new Changed(this);
        }
        if (!notice.isOpenOn(objection.on())) {
            return new Refused(Reason.OBJECTION_PERIOD_OVER, notice.objectionsUntil());
        }
        if (objections.size() >= MAX_OBJECTIONS) {
            return new Refused(Reason.TOO_MANY_OBJECTIONS, MAX_OBJECTIONS);
        }
        objections.add(objection);
        return new Changed(this);
    }

    /** An objection that is upheld makes the limit void: the household is filed again, and everything is done anew. */
    CreditOutcome resolve(String objectionId, Objection.Resolution how, FourEyes.Decider by) {
        Optional<Objection> objection =
                objections.stream().filter(one -> one.id().equals(objectionId)).findFirst();
        if (objection.isEmpty()) {
            return Refused.of(Reason.NO_SUCH_OBJECTION);
        }
        if (!objection.get().isOpen()) {
            return Refused.of(Reason.OBJECTION_RESOLVED);
        }
        if (FourEyes.judge(people(), by) instanceof FourEyes.Conflict conflict) {
            return new Refused(Reason.FOUR_EYES, conflict.reason());
        }
        objections.set(objections.indexOf(objection.get()), objection.get().resolved(how));
        if (how.verdict() == Objection.Verdict.UPHELD && stage == CreditStage.PUBLISHED) {
            stage = CreditStage.FILED;
            limitFen = null;
            notice = null;
        }
        return new Changed(this);
    }

    /** Not before the objection period is over and every objection has its answer. */
    CreditOutcome sign(Signature signed) {
        if (signed.equals(signature)) {
            return new Changed(this);
        }
        if (stage != CreditStage.PUBLISHED || notice == null) {
            return new Refused(Reason.WRONG_STAGE, stage);
        }
        if (notice.isOpenOn(signed.on())) {
            return new Refused(Reason.OBJECTION_PERIOD_OPEN, notice.objectionsUntil());
        }
        if (objections.stream().anyMatch(Objection::isOpen)) {
            return Refused.of(Reason.OBJECTIONS_OPEN);
        }
        signature = signed;
        stage = CreditStage.SIGNED;
        return new Changed(this);
    }

    /** A loan draws on it; the same loan as often as it likes. */
    CreditOutcome use(String loanId) {
        if (stage.compareTo(CreditStage.SIGNED) < 0) {
            return new Refused(Reason.WRONG_STAGE, stage);
        }
        if (!loanIds.contains(loanId) && loanIds.size() >= MAX_LOANS) {
            return new Refused(Reason.TOO_MANY_LOANS, MAX_LOANS);
        }
        loanIds.add(loanId);
        stage = CreditStage.USED;
        return new Changed(this);
    }

    private FourEyes.Case people() {
        return new FourEyes.Case(Set.of(), Set.copyOf(preparedBy), Set.of(), fileId);
    }

    String villageId() {
        return villageId;
    }

    String fileId() {
        return fileId;
    }

    String maskedName() {
        return maskedName;
    }

    String organisationPath() {
        return organisationPath;
    }

    CreditStage stage() {
        return stage;
    }

    @Nullable Long limitFen() {
        return limitFen;
    }

    @Nullable Notice notice() {
        return notice;
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    @Nullable Signature signature() {
        return signature;
    }

    Set<String> loanIds() {
        return Set.copyOf(loanIds);
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("village-credit", organisationPath)
                .with("villageId", villageId)
                .with("fileId", fileId)
                .with("stage", stage)
                .with("limitFen", limitFen)
                .with("objections", objections.size())
                .with(
                        "openObjections",
                        objections.stream().filter(Objection::isOpen).count())
                .with("loans", loanIds.size());
    }
}
