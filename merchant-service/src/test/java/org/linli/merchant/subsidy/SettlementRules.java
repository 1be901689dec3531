package org.linli.merchant.subsidy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.linli.events.CouponEvent;

/** Rule M-3: a settlement file per merchant and day for offers that the bank subsidises. */
class SettlementRules {
    private static final SettlementDays DAYS = new SettlementDays(Duration.ofHours(1), Duration.ofMinutes(5));
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    /** The first instant of DAY in Shanghai. */
    private static final Instant MIDNIGHT = Instant.parse("2026-11-27T16:00:00Z");

    private static final Instant NOON = MIDNIGHT.plus(Duration.ofHours(12));
    private static final Instant NEXT_MIDNIGHT = MIDNIGHT.plus(Duration.ofDays(1));

    /** What the store does: the first line of an id stays. */
    private final Map<String, SubsidyLine> booked = new LinkedHashMap<>();

    @Test
    void aDayBeginsAndEndsAtMidnightInShanghai() {
        hear(redeemed("last-of-yesterday", MIDNIGHT.minusMillis(1), 300L));
        hear(redeemed("first", MIDNIGHT, 300L));
        hear(redeemed("last", NEXT_MIDNIGHT.minusMillis(1), 300L));
        hear(redeemed("first-of-tomorrow", NEXT_MIDNIGHT, 300L));
        assertThat(file(DAY).lines()).extracting(SubsidyLine::redemptionId).containsExactly("first", "last");
        assertThat(file(DAY).sumFen()).isEqualTo(600);
    }

    @Test
    void whatTheBankDoesNotSubsidiseIsNoLine() {
        hear(redeemed("r1", NOON, null));
        hear(reversed("r1", NOON.plusSeconds(1), null));
        hear(new CouponEvent.Claimed("c1", "o1", "m1", "u1", NOON, NEXT_MIDNIGHT, 9, 1));
        assertThat(booked).isEmpty();
    }

    @Test
    void aReversalOnTheSameDayLeavesNothing() {
        hear(redeemed("r1", MIDNIGHT, 300L));
        hear(redeemed("r2", NOON, 200L));
        hear(reversed("r1", NEXT_MIDNIGHT.minusMillis(1), 300L));
        assertThat(file(DAY).lines()).extracting(SubsidyLine::redemptionId).containsExactly("r2");
        assertThat(file(DAY).sumFen()).isEqualTo(200);
    }

    @Test
    void aReversalOnTheNextDayIsBelowZeroThereAndLeavesTheFirstDayAlone() {
        hear(redeemed("r1", NEXT_MIDNIGHT.minusMillis(1), 300L));
        byte[] before = file(DAY).bytes();
        hear(reversed("r1", NEXT_MIDNIGHT, 300L));
        assertThat(file(DAY).bytes()).isEqualTo(before);
        assertThat(file(DAY).sumFen()).isEqualTo(300);
        assertThat(file(DAY.plusDays(1)).lines()).extracting(SubsidyLine::fen).containsExactly(-300L);
    }

    @Test
    void aCouponUsedAgainAfterAReversalCountsOnce() {
        hear(redeemed("c1-1", NOON, 300L));
        hear(reversed("c1-1", NOON.plusSeconds(1), 300L));
        hear(redeemed("c1-2", NOON.plusSeconds(2), 300L));
        assertThat(file(DAY).lines()).extracting(SubsidyLine::redemptionId).containsExactly("c1-2");
    }

    @Test
    void eventsInAnyOrderAndRepeatedMakeTheSameBytes() {
        List<CouponEvent> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = MIDNIGHT.plus(Duration.ofMinutes(i % 7));
            events.add(redeemed("r" + i, at, 100L + i));
            if (i % 3 == 0) {
                events.add(reversed("r" + i, i % 2 == 0 ? at.plusSeconds(9) : NEXT_MIDNIGHT, 100L + i));
            }
        }
        events.forEach(this::hear);
        byte[] today = file(DAY).bytes();
        byte[] tomorrow = file(DAY.plusDays(1)).bytes();
        assertThat(file(DAY.plusDays(1)).lines()).isNotEmpty();
        for (int seed = 0; seed < 50; seed++) {
            booked.clear();
            List<CouponEvent> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, seed % events.size()));
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(this::hear);
            assertThat(file(DAY).bytes()).isEqualTo(today);
            assertThat(file(DAY.plusDays(1)).bytes()).isEqualTo(tomorrow);
        }
    }

    @Test
    void whatIsHeardAfterTheCloseIsOnTheRunningDayAndNoServedFileChanges() {
        Instant close = NEXT_MIDNIGHT.plus(Duration.ofHours(1));
        hear(redeemed("in-time", NOON, 300L), close.minusMillis(1));
        byte[] served = file(DAY).bytes();
        hear(redeemed("late", NOON, 200L), close);
        hear(redeemed("in-time", NOON, 300L), close.plus(Duration.ofDays(9)));
        assertThat(file(DAY).bytes()).isEqualTo(served);
        assertThat(file(DAY.plusDays(1)).lines())
                .extracting(SubsidyLine::redemptionId)
                .containsExactly("late");
        assertThat(booked).hasSize(2);
    }

    @Test
    void aDayIsOverOnlyWhenNothingCanBeAddedAnyMore() {
        Instant over = NEXT_MIDNIGHT.plus(Duration.ofMinutes(65));
        assertThat(DAYS.isOver(DAY, over.minusMillis(1))).isFalse();
        assertThat(DAYS.isOver(DAY, over)).isTrue();
        assertThat(DAYS.isOver(DAY.plusDays(1), over)).isFalse();
    }

    @Test
    void theTotalsAreThoseOfTheLines() throws Exception {
        hear(redeemed("r2", NOON, 250L));
        hear(redeemed("r1", MIDNIGHT, 300L));
        hear(reversed("r0", NOON.plusSeconds(1), 1_000L));
        String text = new String(file(DAY).bytes(), StandardCharsets.UTF_8);
        String[] lines = text.split("\r\n");
        assertThat(lines[0]).isEqualTo("redemptionId,couponId,offerId,kind,at,fen");
        assertThat(lines[1]).isEqualTo("r1,c-r1,o1,REDEEMED,2026-11-27T16:00:00Z,300");
        assertThat(lines[3]).isEqualTo("r0,c-r0,o1,REVERSED,2026-11-28T04:00:01Z,-1000");
        String body = lines[1] + "\r\n" + lines[2] + "\r\n" + lines[3] + "\r\n";
        String digest = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(lines[4]).isEqualTo("TOTAL,m1,2026-11-28,3,-450," + digest);
        assertThat(text).doesNotContain("consumer", "cashier");
    }

    @Test
    void aDayWithoutLinesHasTotalsToo() {
        assertThat(new String(file(DAY).bytes(), StandardCharsets.UTF_8))
                .contains("\r\nTOTAL,m1,2026-11-28,0,0,e3b0c4");
    }

    /** Before any of the days here is closed. */
    private void hear(CouponEvent event) {
        hear(event, MIDNIGHT);
    }

    private void hear(CouponEvent event, Instant now) {
        SubsidyLine.of(event, "/hq/", DAYS, now).ifPresent(line -> booked.putIfAbsent(line.id(), line));
    }

    private SettlementFile file(LocalDate day) {
        return SettlementFile.of(
                "m1",
                day,
                booked.values().stream()
                        .filter(line -> line.day().equals(day.toString()))
                        .toList());
    }

    private static CouponEvent redeemed(String id, Instant at, Long subsidyFen) {
        return new CouponEvent.Redeemed("c-" + id, "o1", "m1", "consumer", id, "cashier", at, 5_800L, subsidyFen);
    }

    private static CouponEvent reversed(String id, Instant at, Long subsidyFen) {
        return new CouponEvent.Reversed("c-" + id, "o1", "m1", "consumer", id, "误操作", at, subsidyFen);
    }
}
