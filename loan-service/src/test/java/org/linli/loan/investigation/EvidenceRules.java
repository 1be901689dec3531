package org.linli.loan.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.loan.crosscheck.kernel.Evidence;
import org.linli.loan.crosscheck.kernel.Evidence.Known;
import org.linli.loan.crosscheck.kernel.Quantity;
import org.linli.loan.crosscheck.kernel.Source;
import org.linli.loan.investigation.statement.Asset;
import org.linli.loan.investigation.statement.BalanceSheet;
import org.linli.loan.investigation.statement.BalanceSheet.Debt;
import org.linli.loan.investigation.statement.BalanceSheet.Equity;
import org.linli.loan.investigation.statement.Statements;
import org.linli.loan.merchant.PlatformTurnover;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.picture.PictureRef;

/** Rule L-3: a claim without evidence from the spot counts as nothing. */
class EvidenceRules {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final PlatformTurnover AWAY = new PlatformTurnover.Unknown(PlatformTurnover.Reason.AWAY);

    @Test
    void what_has_evidence_counts_and_what_has_none_does_not() {
        Evidence known = evidence(List.of(photo("there", true)), stock(700, "there"), stock(300), receivable(50));
        assertThat(value(known, Quantity.CLOSING_STOCK)).isEqualTo(700);
        assertThat(value(known, Quantity.RECEIVABLES)).isZero();
        assertThat(value(known, Quantity.EQUITY)).as("less all debts").isEqualTo(700 - 400);
    }

    @Test
    void a_photo_from_elsewhere_is_no_evidence_and_neither_is_one_that_does_not_exist() {
        Evidence known = evidence(
                List.of(photo("afar", false)), stock(700, "afar"), stock(300, "invented"), stock(10, "afar", "no"));
        assertThat(value(known, Quantity.CLOSING_STOCK)).isZero();
    }

    @Test
    void one_piece_that_counts_is_enough() {
        Evidence known = evidence(List.of(photo("afar", false), photo("there", true)), stock(700, "afar", "there"));
        assertThat(value(known, Quantity.CLOSING_STOCK)).isEqualTo(700);
    }

    @Test
    void what_nobody_said_is_unknown_and_not_nothing() {
        Evidence known = evidence(List.of());
        assertThat(known.of(Quantity.DAILY_SALES)).isEmpty();
        assertThat(known.of(Quantity.PLATFORM_TURNOVER)).isEmpty();
        assertThat(known.of(Quantity.REVENUE)).isEmpty();
    }

    @Test
    void the_platforms_figure_is_known_with_its_source() {
        Evidence known = CaseEvidence.of(ReportContent.EMPTY, List.of(), new PlatformTurnover.Known(9));
        assertThat(known.of(Quantity.PLATFORM_TURNOVER)).hasValue(new Known(9, Source.PLATFORM));
    }

    private static Evidence evidence(List<Photo> photos, Asset... assets) {
        BalanceSheet sheet = new BalanceSheet(
                LocalDate.of(2025, 12, 31),
                List.of(assets),
                List.of(new Debt(Debt.Kind.PAYABLE, 400)),
                new Equity(0, 0, 0, 0));
        return CaseEvidence.of(
                new ReportContent(new Statements(sheet, null, null), null, null, null, null), photos, AWAY);
    }

    private static Asset stock(long fen, String... evidence) {
        return new Asset(Asset.Kind.STOCK, fen, List.of(evidence));
    }

    private static Asset receivable(long fen) {
        return new Asset(Asset.Kind.RECEIVABLE, fen, null);
    }

    private static long value(Evidence evidence, Quantity quantity) {
        return evidence.of(quantity).orElseThrow().value();
    }

    private static Photo photo(String id, boolean onTheSpot) {
        return new Photo(
                new PictureRef(id, 100, 100, 1_000, NOW),
                Photo.Kind.STOCK_VOUCHER,
                NOW,
                new GeoPoint(30.2456, 120.191),
                onTheSpot ? 20 : 900,
                200,
                onTheSpot,
                "kept",
                "sent");
    }
}
