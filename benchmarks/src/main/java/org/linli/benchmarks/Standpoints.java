package org.linli.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where people stand, and when they ask: four of five near one of twenty busy corners, the others anywhere among the
 * shops. The hours are real check-ins by local hour, as parts of the day.
 */
final class Standpoints {
    private static final int[] HOURS = {
        682, 422, 417, 346, 250, 398, 753, 1189, 1687, 1318, 994, 831, 1020, 1175, 1000, 1005, 952, 1168, 1220, 1242,
        1014, 874, 775, 674
    };
    private static final int CORNERS = 20;
    private static final double SPREAD_DEGREES = 0.005;

    private Standpoints() {}

    static List<double[]> around(Town town, int many) {
        SplittableRandom dice = new SplittableRandom(7);
        int[] corners = dice.ints(CORNERS, 0, town.merchants()).toArray();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            boolean busy = dice.nextInt(5) > 0;
            // The first corners are the busiest.
            int shop =
                    busy ? corners[(int) (CORNERS * Math.pow(dice.nextDouble(), 2))] : dice.nextInt(town.merchants());
            points.add(new double[] {
                town.lat(shop) + (dice.nextDouble() - 0.5) * SPREAD_DEGREES,
                town.lng(shop) + (dice.nextDouble() - 0.5) * SPREAD_DEGREES
            });
        }
        return points;
    }

    /** When each request of a day squeezed into so many seconds is due, in nanoseconds; the busiest hour has this rate. */
    static long[] dayOf(double seconds, double busiestPerSecond) {
        int most = 0;
        for (int share : HOURS) {
            most = Math.max(most, share);
        }
        double hourNanos = seconds * 1e9 / HOURS.length;
        List<Long> due = new ArrayList<>();
        double at = 0;
        while (at < seconds * 1e9) {
            int hour = (int) (at / hourNanos);
            due.add((long) at);
            at += 1e9 / (busiestPerSecond * HOURS[Math.min(hour, HOURS.length - 1)] / most);
        }
        return due.stream().mapToLong(Long::longValue).toArray();
    }
}
