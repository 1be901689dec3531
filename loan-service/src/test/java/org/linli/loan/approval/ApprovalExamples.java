package org.linli.loan.approval;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.Stage;
import org.linli.loan.approval.kernel.Level;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.product.ApprovalBand;
import org.linli.loan.product.BilingualText;
import org.linli.loan.product.BorrowerKind;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.SecurityKind;
import org.linli.loan.product.TradingRequirement;

/** Things that tests begin with. */
final class ApprovalExamples {
    static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");

    /** 50,000 and 300,000 CNY; five seats, four votes, two thirds. */
    static final ApprovalEdition EDITION = new ApprovalEdition(
            1, LocalDate.of(2026, 1, 1), yuan(300_000), yuan(50_000), yuan(300_000), yuan(50_000), 5, 4, 2, 3);

    static final ApprovalSettings SETTINGS = new ApprovalSettings(List.of(EDITION), 60, 15, 168, 90, "");

    private ApprovalExamples() {}

    static long yuan(long yuan) {
        return yuan * 100;
    }

    static Terms terms(long yuan, int months, String rate) {
        return new Terms(yuan(yuan), months, rate, RepaymentMethod.EQUAL_INSTALMENT);
    }

    /** A case in the approval since noon, prepared and investigated by people of whom we know. */
    static LoanCase asking(long yuan, int months) {
        return asking(yuan, months, NOON);
    }

    static LoanCase asking(long yuan, int months, Instant inApprovalSince) {
        return new LoanCase(
                "A1",
                "M1",
                "老街面馆",
                "B01",
                "/hq/B01/",
                "MICRO",
                1,
                yuan(yuan),
                months,
                "进货",
                LocalDate.of(2024, 1, 1),
                "owner",
                NOON,
                Stage.APPROVAL,
                inApprovalSince,
                new FourEyes.Case(Set.of("owner"), Set.of("preparer"), Set.of("manager", "risk"), "M1"),
                Set.of("manager", "risk"));
    }

    /** 5,000 to 500,000 CNY, 3 to 24 months, 4.35 to 12 %. */
    static LoanProduct microLoan() {
        BilingualText text = new BilingualText("小微贷", "Micro-loan");
        return new LoanProduct(
                "MICRO",
                text,
                yuan(5_000),
                yuan(500_000),
                3,
                24,
                List.of(RepaymentMethod.EQUAL_INSTALMENT),
                DayCount.D30_360,
                new BigDecimal("4.35"),
                new BigDecimal("12"),
                text,
                List.of(SecurityKind.GUARANTOR),
                List.of(BorrowerKind.INDIVIDUAL_BUSINESS),
                false,
                false,
                List.of(new TradingRequirement(0, 3)),
                List.of(text),
                List.of(new ApprovalBand(yuan(500_000), ApprovalBand.Decider.COMMITTEE)),
                null,
                1);
    }

    static Basis basis(long yuan, Level atLeast) {
        return Basis.of(
                asking(yuan, 12),
                EDITION,
                atLeast,
                List.of(
                        InputSeen.unavailable(InputSeen.Kind.ASSESSMENT),
                        InputSeen.unavailable(InputSeen.Kind.INVESTIGATION)),
                false);
    }

    /** A first round that somebody of this level refused at noon. */
    static Decision refusedBy(String subject, Level level) {
        Decision decision = Decision.begun("A1", 1, NOON.minusSeconds(60), basis(40_000, Level.SYSTEM));
        Decider by = new Decider(subject, level, List.of(), "B01", List.of(), null);
        Judgement no = Judgement.decline(List.of(DeclineReason.EXISTING_DEBT), null);
        decision.rule(Ruling.of(no, by, NOON, "key-1", List.of(), SETTINGS));
        return decision;
    }

    /** An open session of a chair and four members until an hour after noon; m1, m2 ... vote as told. */
    static CommitteeSession session(int inFavour, int against) {
        List<Seat> seats = Stream.concat(
                        Stream.of(Seat.of("chair", true)),
                        IntStream.rangeClosed(1, 4).mapToObj(i -> Seat.of("m" + i, false)))
                .toList();
        Judgement proposal = Judgement.approve(terms(400_000, 12, "6"), List.of("抵押登记完成"), null);
        CommitteeSession session =
                new CommitteeSession(1, "chair", NOON, NOON.plusSeconds(3600), proposal, seats, List.of(), null);
        for (int i = 0; i < inFavour + against; i++) {
            session = session.with(vote(i == 0 ? "chair" : "m" + i, i < inFavour));
        }
        return session;
    }

    static Vote vote(String member, boolean inFavour) {
        return inFavour
                ? new Vote(member, Vote.Choice.FOR, "同意", List.of(), NOON)
                : new Vote(member, Vote.Choice.AGAINST, "反对", List.of(DeclineReason.EXISTING_DEBT), NOON);
    }
}
