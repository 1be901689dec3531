package org.linli.merchant.subsidy;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.linli.merchant.subsidy.SubsidyLine.Kind;

/**
 * One merchant's day (rule M-3). Of a redemption that was taken back on the same day nothing is left; one taken back
 * later stands, and its reversal is a line below zero on the later day's file.
 *
 * @param lines as they are in the file
 */
record SettlementFile(String merchantId, LocalDate day, List<SubsidyLine> lines) {
    private static final Comparator<SubsidyLine> IN_ORDER =
            Comparator.comparing(SubsidyLine::at).thenComparing(SubsidyLine::id);

    /** @param booked all lines of the day, in any order */
    static SettlementFile of(String merchantId, LocalDate day, List<SubsidyLine> booked) {
        Set<String> redeemed = redemptions(booked, Kind.REDEEMED);
        Set<String> reversed = redemptions(booked, Kind.REVERSED);
        List<SubsidyLine> standing = booked.stream()
                .filter(line -> !(redeemed.contains(line.redemptionId()) && reversed.contains(line.redemptionId())))
                .sorted(IN_ORDER)
                .toList();
        return new SettlementFile(merchantId, day, standing);
    }

    private static Set<String> redemptions(List<SubsidyLine> lines, Kind kind) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .map(SubsidyLine::redemptionId)
                .collect(Collectors.toSet());
    }

    long sumFen() {
        return lines.stream().mapToLong(SubsidyLine::fen).reduce(0, Math::addExact);
    }

    /**
     * UTF-8, lines end with CR LF: a heading, the lines, and TOTAL with merchant, day, number of lines, sum in fen and
     * the SHA-256 of the lines' bytes, heading and TOTAL not included.
     */
    byte[] bytes() {
        String heading = csv(csv -> csv.writeRecord("redemptionId", "couponId", "offerId", "kind", "at", "fen"));
        String body = csv(csv -> lines.forEach(line -> csv.writeRecord(
                line.redemptionId(),
                line.couponId(),
                line.offerId(),
                line.kind().name(),
                line.at().toString(),
                Long.toString(line.fen()))));
        String total = csv(csv -> csv.writeRecord(
                "TOTAL",
                merchantId,
                day.toString(),
                Integer.toString(lines.size()),
                Long.toString(sumFen()),
                sha256(body)));
        return (heading + body + total).getBytes(StandardCharsets.UTF_8);
    }

    private static String csv(Consumer<CsvWriter> records) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            records.accept(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
