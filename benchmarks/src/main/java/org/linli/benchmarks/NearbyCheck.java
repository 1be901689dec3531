package org.linli.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;

/** Keeps every so many-th answer and compares it with brute force afterwards, when nobody is measured. */
final class NearbyCheck implements NearbyLoad.Sampler {
    private static final int MOST = 400;
    private static final double HAIR_METERS = 1e-6;
    private static final int TOLD = 5;

    private final Town town;
    private final List<double[]> points;
    private final double radius;
    private final int size;
    private final int every;
    private final AtomicInteger seen = new AtomicInteger();
    private final Queue<Kept> kept = new ConcurrentLinkedQueue<>();
    private int checked;
    private int wrong;

    private record Kept(int request, byte[] body) {}

    NearbyCheck(Town town, List<double[]> points, double radius, int size, int every) {
        this.town = town;
        this.points = points;
        this.radius = radius;
        this.size = size;
        this.every = every;
    }

    @Override
    public void saw(int request, Wire.Answer answer) {
        if (seen.incrementAndGet() % every == 0 && kept.size() < MOST) {
            kept.add(new Kept(request, answer.body()));
        }
    }

    /** @return how many were compared up to now */
    int compare() {
        for (Kept answer = kept.poll(); answer != null; answer = kept.poll()) {
            double[] point = points.get(answer.request);
            List<Town.Found> expected = town.nearest(point[0], point[1], radius, size);
            checked++;
            JsonNode page = RunningPlatform.JSON.readTree(answer.body);
            if (!isEqual(expected, page)) {
                wrong++;
                tell(point, expected, page);
            }
        }
        return checked;
    }

    /** Enough to look into it: where somebody stood, and the first place at which the two lists part. */
    private void tell(double[] point, List<Town.Found> expected, JsonNode page) {
        if (wrong > TOLD) {
            return;
        }
        JsonNode items = page.path("items");
        int at = 0;
        while (at < Math.min(expected.size(), items.size())
                && items.get(at)
                        .path("offerId")
                        .asString()
                        .equals(expected.get(at).offerId())) {
            at++;
        }
        System.out.printf(
                "differs at %.6f,%.6f: %d answered, %d expected; number %d is %s, expected %s%n",
                point[0],
                point[1],
                items.size(),
                expected.size(),
                at + 1,
                at < items.size()
                        ? items.get(at).path("offerId").asString() + " at "
                                + items.get(at).path("distanceMeters").asDouble()
                        : "missing",
                at < expected.size()
                        ? expected.get(at).offerId() + " at " + expected.get(at).meters()
                        : "none");
    }

    private static boolean isEqual(List<Town.Found> expected, JsonNode page) {
        List<JsonNode> items = new ArrayList<>();
        page.path("items").forEach(items::add);
        boolean equal = items.size() == expected.size();
        for (int i = 0; equal && i < items.size(); i++) {
            Town.Found wanted = expected.get(i);
            equal = items.get(i).path("offerId").asString().equals(wanted.offerId())
                    && Math.abs(items.get(i).path("distanceMeters").asDouble() - wanted.meters()) < HAIR_METERS;
        }
        return equal;
    }

    int wrong() {
        return wrong;
    }
}
