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
    public void saw(int request, byte[] body) {
        if (seen.incrementAndGet() % every == 0 && kept.size() < MOST) {
            kept.add(new Kept(request, body));
        }
    }

    /** @return how many were compared up to now */
    int compare() {
        for (Kept answer = kept.poll(); answer != null; answer = kept.poll()) {
            double[] point = points.get(answer.request);
            List<Town.Found> expected = town.nearest(point[0], point[1], radius, size);
            checked++;
            if (!isEqual(expected, RunningPlatform.JSON.readTree(answer.body))) {
                wrong++;
            }
        }
        return checked;
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
