package org.linli.merchant.branch;

import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.events.BranchEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Place;
import org.linli.events.Topics;
import org.linli.merchant.AuditedHttpTest;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;

/** Merchants follow their branches (rule M-1): opened, moved, resized, closed, told over the real broker. */
class ReattachmentTest extends AuditedHttpTest {
    /** About 2,500 m to the north of a place at the same longitude. */
    private static final double NORTH = 0.0225;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    private String merchantAt(double lat, double lng, String expectedBranch) throws Exception {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", lat, "lng", lng));
        var applied = tell("/api/v1/merchants", Callers.applicant("a" + Ids.next()), form);
        applied.andExpect(jsonPath("$.branchId").value(expectedBranch));
        return body(applied).path("id").asString();
    }

    /** With the path follows who may see it (rule P-1). */
    private void belongsTo(String merchantId, String branchId) {
        String path = branchId.equals("hq") ? "/hq/" : "/hq/" + branchId + "/";
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> ask("/api/v1/admin/merchants/" + merchantId, Callers.staff("BRANCH_HEAD", path))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.branchId").value(branchId)));
    }

    @Test
    void a_branch_that_opens_nearer_takes_merchants_over() throws Exception {
        send(1, new BranchEvent.Opened(branch("R1", 20 + NORTH, 2_900)));
        belongsTo(merchantOf("R1", 20), "R1");
        String merchant = merchantAt(20, 151, "R1");
        send(1, new BranchEvent.Opened(branch("R1-nearer", 20, 2_000)));
        belongsTo(merchant, "R1-nearer");
        refused(ask("/api/v1/admin/merchants/" + merchant, Callers.staff("BRANCH_HEAD", "/hq/R1/")), 404, "not-found");
    }

    @Test
    void a_branch_that_moves_away_leaves_merchants_to_the_next_and_takes_those_where_it_arrives() throws Exception {
        String left = merchantAt(21, 151, "hq");
        String found = merchantAt(22, 151, "hq");
        send(1, new BranchEvent.Opened(branch("R2", 21, 2_500)));
        belongsTo(left, "R2");
        send(1, new BranchEvent.Opened(branch("R2-next", 21 + NORTH, 2_900)));
        send(2, new BranchEvent.Moved(branch("R2", 22, 2_500)));
        belongsTo(left, "R2-next");
        belongsTo(found, "R2");
    }

    @Test
    void a_circle_that_grows_takes_merchants_and_one_that_shrinks_lets_them_go() throws Exception {
        send(1, new BranchEvent.Opened(branch("R3", 23, 2_000)));
        belongsTo(merchantOf("R3", 23), "R3");
        String merchant = merchantAt(23 + NORTH, 151, "hq");
        send(2, new BranchEvent.Moved(branch("R3", 23, 3_000)));
        belongsTo(merchant, "R3");
        send(3, new BranchEvent.Moved(branch("R3", 23, 2_000)));
        belongsTo(merchant, "hq");
    }

    @Test
    void a_branch_that_closes_leaves_its_merchants_to_the_next_or_to_head_office() throws Exception {
        String near = merchantAt(24, 151, "hq");
        String far = merchantAt(24 - NORTH, 151, "hq");
        send(1, new BranchEvent.Opened(branch("R4", 24, 2_900)));
        send(1, new BranchEvent.Opened(branch("R4-next", 24 + NORTH, 2_900)));
        belongsTo(near, "R4");
        belongsTo(far, "R4");
        send(2, new BranchEvent.Closed(branch("R4", 24, 2_900)));
        belongsTo(near, "R4-next");
        belongsTo(far, "hq");
    }

    /** One at the branch's door, whoever it belongs to at first: when it follows, the branch is known here. */
    private String merchantOf(String branchId, double lat) throws Exception {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", lat, "lng", 151));
        return body(tell("/api/v1/merchants", Callers.applicant("of" + branchId + Ids.next()), form))
                .path("id")
                .asString();
    }

    private static BranchEvent.State branch(String id, double lat, int radius) {
        return new BranchEvent.State(id, id + "支行", "某路1号", "/hq/" + id + "/", new Place(lat, 151), radius, false);
    }

    private void send(long sequence, BranchEvent event) {
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(event).typeName(),
                "/user-service",
                event.branch().branchId(),
                sequence,
                Instant.now(),
                EventEnvelope.write(event));
        kafka.send(Topics.BRANCH, event.branch().branchId(), envelope.toBytes()).join();
    }
}
