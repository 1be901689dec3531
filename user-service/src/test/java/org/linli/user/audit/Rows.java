package org.linli.user.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.linli.events.AuditRecorded;

/** Arrivals with defaults. */
final class Rows {
    static final Instant NOON = Instant.parse("2026-03-05T04:00:00Z");

    private Rows() {}

    static Arrival arrival(String organisation, String eventId) {
        return new Arrival(eventId, "/merchant-service", recorded(organisation));
    }

    static List<Arrival> arrivals(String organisation, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> arrival(organisation, "e" + number))
                .toList();
    }

    static AuditRecorded recorded(String organisation) {
        return new AuditRecorded(
                organisation,
                "/hq/" + organisation + "/",
                NOON,
                new AuditRecorded.Actor("s1", "staff", List.of("BRANCH_HEAD"), organisation, null),
                "merchant-approved",
                "merchant",
                "m1",
                Map.of("status", "APPLIED", "a.b", "x"),
                Map.of("status", "APPROVED"),
                "good papers",
                "r1");
    }
}
