package org.linli.loan.village;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A household's credit as staff see it. Amounts in fen. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CreditView(
        String id,
        String villageId,
        String fileId,
        String name,
        CreditStage stage,
        @Nullable Long limitFen,
        @Nullable LocalDate publishedOn,
        @Nullable LocalDate objectionsUntil,
        List<ObjectionView> objections,
        @Nullable LocalDate signedOn,
        Signature.@Nullable Security security,
        Set<String> loanIds) {

    /** @param text only where one credit is looked at, not in lists */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ObjectionView(String id, LocalDate on, @Nullable String text, Objection.@Nullable Verdict verdict) {}

    static CreditView of(VillageCredit credit, Function<Objection, @Nullable String> text) {
        Notice notice = credit.notice();
        Signature signature = credit.signature();
        return new CreditView(
                credit.id(),
                credit.villageId(),
                credit.fileId(),
                credit.maskedName(),
                credit.stage(),
                credit.limitFen(),
                notice == null ? null : notice.publishedOn(),
                notice == null ? null : notice.objectionsUntil(),
                credit.objections().stream()
                        .map(one -> objection(one, text.apply(one)))
                        .toList(),
                signature == null ? null : signature.on(),
                signature == null ? null : signature.security(),
                credit.loanIds());
    }

    private static ObjectionView objection(Objection objection, @Nullable String text) {
        Objection.Resolution resolution = objection.resolution();
        return new ObjectionView(
                objection.id(), objection.on(), text, resolution == null ? null : resolution.verdict());
    }
}
