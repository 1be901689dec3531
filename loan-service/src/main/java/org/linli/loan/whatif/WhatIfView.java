package org.linli.loan.whatif;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run for people: rates in percent with two decimals, HALF_UP; absent where nothing was counted. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhatIfView(
        String id,
        String source,
        int baseline,
        int candidate,
        String state,
        long total,
        long seen,
        long changed,
        Map<String, Long> moves,
        @Nullable String approvalRateBefore,
        @Nullable String approvalRateAfter,
        @Nullable String badRateBefore,
        @Nullable String badRateAfter,
        String by,
        Instant startedAt,
        @Nullable Instant finishedAt) {
    private static final List<String> HEADING =
            List.of("case", "before", "after", "pointsBefore", "pointsAfter", "rateBefore", "rateAfter", "reasons");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static WhatIfView of(WhatIfRun run) {
        Tally tally = run.tally();
        return new WhatIfView(
                run.id(),
                run.source(),
                run.baseline(),
                run.candidate(),
                run.state().name(),
                run.total(),
                tally.seen(),
                tally.changed(),
                tally.moves(),
                percent(tally.passedBefore(), tally.seen()),
                percent(tally.passedAfter(), tally.seen()),
                percent(tally.badBefore(), tally.knownBefore()),
                percent(tally.badAfter(), tally.knownAfter()),
                run.by(),
                run.startedAt(),
                run.finishedAt());
    }

    private static @Nullable String percent(long part, long of) {
        return of == 0
                ? null
                : BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(of), 2, RoundingMode.HALF_UP)
                        .toPlainString();
    }

    static String csv(Stream<Change> changes) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADING);
            changes.forEach(one -> csv.writeRecord(
                    one.caseId(),
                    one.before().name(),
                    one.after().name(),
                    text(one.pointsBefore()),
                    text(one.pointsAfter()),
                    one.rateBefore(),
                    one.rateAfter(),
                    String.join(" ", one.reasons())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String text(@Nullable Integer points) {
        return points == null ? "" : points.toString();
    }
}
