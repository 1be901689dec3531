package org.linli.loan.customerfile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file as staff and its owner see it: everything personal masked. Amounts in fen. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FileView(
        String id,
        FileKind kind,
        @Nullable String businessName,
        String organisationPath,
        PartyView holder,
        List<PartyView> members,
        List<PartyView> guarantors,
        List<PaperView> papers,
        FinancesView finances,
        Set<String> merchantIds,
        @Nullable String customerId,
        @Nullable String jointGroupId,
        List<ChangeView> history) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartyView(
            String id,
            String name,
            String idNumber,
            @Nullable String phone,
            Party.@Nullable Kinship relation,
            @Nullable Long monthlyIncomeFen,
            @Nullable Boolean accepted) {
        static PartyView of(Party party) {
            boolean guarantor = party.role() == Party.Role.GUARANTOR;
            return new PartyView(
                    party.id(),
                    party.masked().name(),
                    party.masked().idNumber(),
                    party.masked().phone(),
                    party.relation(),
                    party.monthlyIncomeFen(),
                    guarantor ? party.accepted() != null : null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PaperView(
            String id,
            Paper.Kind kind,
            String number,
            @Nullable LocalDate validUntil,
            boolean expired) {}

    /** @param assetsFen, debtsFen absent while nobody stated anything */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FinancesView(
            List<Finances.Asset> assets,
            List<Finances.Debt> debts,
            @Nullable Long assetsFen,
            @Nullable Long debtsFen,
            @Nullable Long monthlyIncomeFen,
            @Nullable Long monthlyExpensesFen,
            @Nullable Long monthlyRepaymentsFen) {
        static FinancesView of(CustomerFile file) {
            Finances stated = file.finances();
            boolean known = file.isStated();
            return new FinancesView(
                    stated.assets(),
                    stated.debts(),
                    known ? stated.assetsFen() : null,
                    known ? stated.debtsFen() : null,
                    stated.monthlyIncomeFen(),
                    stated.monthlyExpensesFen(),
                    known ? stated.monthlyRepaymentsFen() : null);
        }
    }

    record ChangeView(Instant at, String by, FileChange.What what) {}

    static FileView of(CustomerFile file, LocalDate today) {
        return new FileView(
                file.id(),
                file.kind(),
                file.businessName(),
                file.organisationPath(),
                PartyView.of(file.holder()),
                file.withRole(Party.Role.MEMBER).map(PartyView::of).toList(),
                file.withRole(Party.Role.GUARANTOR).map(PartyView::of).toList(),
                file.papers().stream().map(paper -> paper(paper, today)).toList(),
                FinancesView.of(file),
                file.merchantIds(),
                file.customerId(),
                file.jointGroupId(),
                file.history().stream()
                        .map(one -> new ChangeView(one.at(), one.by(), one.what()))
                        .toList());
    }

    private static PaperView paper(Paper paper, LocalDate today) {
        return new PaperView(
                paper.id(), paper.kind(), paper.maskedNumber(), paper.validUntil(), paper.isExpired(today));
    }

    /** A line of a list. */
    record Card(String id, FileKind kind, @Nullable String businessName, String holder, String organisationPath) {
        static Card of(CustomerFile file) {
            return new Card(
                    file.id(),
                    file.kind(),
                    file.businessName(),
                    file.holder().masked().name(),
                    file.organisationPath());
        }
    }
}
