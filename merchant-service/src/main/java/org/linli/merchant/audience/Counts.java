package org.linli.merchant.audience;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/**
 * Claims and redemptions by day and shop, eight bytes each: what a rule about behaviour reads, so that a hundred
 * thousand people are asked in a moment.
 */
record Counts(byte[] bytes) {
    private static final int LINE = 2 * Short.BYTES + 2 * Short.BYTES;

    /** Days count from 2020-01-01: a short reaches until 2109. */
    private static final int ORIGIN = 18_262;

    static final Counts NONE = new Counts(new byte[0]);

    /** @param shops deals with others are left out */
    static Counts of(Collection<Deal> deals, List<Shop> shops) {
        Map<Integer, int[]> lines = new TreeMap<>();
        List<String> ids = shops.stream().map(Shop::id).toList();
        for (Deal deal : deals) {
            int shop = ids.indexOf(deal.merchantId());
            if (shop >= 0 && deal.claimed() != null) {
                lines.computeIfAbsent(key(deal.claimed(), shop), line -> new int[2])[0]++;
            }
            if (shop >= 0 && deal.redeemed() != null) {
                lines.computeIfAbsent(key(deal.redeemed(), shop), line -> new int[2])[1]++;
            }
        }
        ByteBuffer out = ByteBuffer.allocate(lines.size() * LINE);
        lines.forEach((key, line) -> out.putInt(key).putShort((short) line[0]).putShort((short) line[1]));
        return new Counts(out.array());
    }

    private static int key(int day, int shop) {
        return (day - ORIGIN) << Short.SIZE | shop;
    }

    /** Claims at these shops since the day, which is included. */
    int claimsSince(int day, IntPredicate shop) {
        return sum(day, shop, Integer.BYTES);
    }

    int redemptionsSince(int day, IntPredicate shop) {
        return sum(day, shop, Integer.BYTES + Short.BYTES);
    }

    private int sum(int day, IntPredicate shop, int column) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int sum = 0;
        for (int at = 0; at < bytes.length; at += LINE) {
            int key = in.getInt(at);
            if ((key >> Short.SIZE) + ORIGIN >= day && shop.test(key & 0xffff)) {
                sum += in.getShort(at + column);
            }
        }
        return sum;
    }
}
