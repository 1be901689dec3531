package org.linli.merchant.branch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.events.BranchEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Place;
import org.linli.events.Topics;
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.linli.starter.Ids;
import org.linli.starter.geo.GeoPoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Branches as user-service tells them over the real broker. Every test has a patch of the sea to itself. */
class BranchProjectionTest extends DossierTest {
    @Autowired
    MongoTemplate template;

    @Autowired
    Branches branches;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Test
    void anOpenedBranchTakesThePlacesInItsCircle() {
        GeoPoint place = new GeoPoint(10.0, 150.0);
        send(1, new BranchEvent.Opened(branch("P1", place, false)));
        awaitAttached(place, "P1");
        assertThat(branches.attach(place).organisationPath()).isEqualTo("/hq/P1/");
    }

    @Test
    void anOlderEventArrivingLateChangesNothing() {
        GeoPoint place = new GeoPoint(11.0, 150.0);
        GeoPoint before = new GeoPoint(11.5, 150.0);
        send(2, new BranchEvent.Moved(branch("P2", place, false)));
        send(1, new BranchEvent.Opened(branch("P2", before, false)));
        send(1, new BranchEvent.Opened(branch("P2-after", new GeoPoint(11.9, 150.0), false)));
        awaitAttached(new GeoPoint(11.9, 150.0), "P2-after");
        assertThat(branches.attach(place).branchId()).isEqualTo("P2");
        assertThat(branches.attach(before)).isEqualTo(Attachment.HEAD_OFFICE);
    }

    @Test
    void aClosedBranchTakesNothing() {
        GeoPoint place = new GeoPoint(12.0, 150.0);
        send(1, new BranchEvent.Opened(branch("P3", place, false)));
        awaitAttached(place, "P3");
        send(2, new BranchEvent.Closed(branch("P3", place, false)));
        awaitAttached(place, "hq");
    }

    @Test
    void merchantsThatCameBeforeTheirBranchAreAttachedWhenItOpens() throws Exception {
        GeoPoint place = new GeoPoint(13.0, 150.0);
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", place.lat(), "lng", place.lng()));
        var applied = tell("/api/v1/merchants", Callers.applicant("a1"), form);
        applied.andExpect(jsonPath("$.branchId").value("hq"));
        String id = body(applied).path("id").asString();

        send(1, new BranchEvent.Opened(branch("P4", place, false)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask("/api/v1/admin/merchants/" + id, Callers.staff(BRANCH_HEAD, "/hq/P4/"))
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.branchId").value("P4")));
    }

    @Test
    void offersAndTheirAuditRowsFollowAMerchantThatIsAttachedElsewhere() throws Exception {
        GeoPoint place = new GeoPoint(15.0, 150.0);
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", place.lat(), "lng", place.lng()));
        String id = body(tell("/api/v1/merchants", Callers.applicant("a1"), form))
                .path("id")
                .asString();
        tell("/api/v1/admin/merchants/" + id + "/approval", Callers.staff(BRANCH_HEAD, "/hq/"), null);
        String offerId = liveOffer(id, 5, 1);

        send(1, new BranchEvent.Opened(branch("P6", place, false)));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(pathOf(offerId)).isEqualTo("/hq/P6/"));
        tell("/api/v1/offers/" + offerId + "/pause", Callers.owner(id), null).andExpect(status().isOk());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(rowsAbout(offerId))
                        .anyMatch(row -> row.action().equals("offer-paused")
                                && row.organisationPath().equals("/hq/P6/")));
    }

    private String pathOf(String offerId) {
        return template.findById(offerId, Document.class, "offers").getString("organisationPath");
    }

    @Test
    void whereTheBranchWantsALookAnOfferWaitsForIt() throws Exception {
        GeoPoint place = new GeoPoint(14.0, 150.0);
        send(1, new BranchEvent.Opened(branch("P5", place, true)));
        awaitAttached(place, "P5");
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", place.lat(), "lng", place.lng()));
        String merchantId = body(tell("/api/v1/merchants", Callers.applicant("a1"), form))
                .path("id")
                .asString();
        var head = Callers.staff(BRANCH_HEAD, "/hq/P5/");
        tell("/api/v1/admin/merchants/" + merchantId + "/approval", head, null).andExpect(status().isOk());

        String offerId = draft(merchantId, offer(5, 1));
        tell("/api/v1/offers/" + offerId + "/publication", Callers.owner(merchantId), null)
                .andExpect(jsonPath("$.status").value("IN_REVIEW"));
        refused(claim(offerId, "c1", Ids.next()), 404, "not-found");
        ask("/api/v1/admin/offers", head).andExpect(jsonPath("$.items[0].id").value(offerId));
        String approval = "/api/v1/admin/offers/" + offerId + "/approval";
        ResultActions own = tell(approval, Callers.staff(BRANCH_HEAD, "/hq/P5/", "owner-of-" + merchantId), null);
        refused(own, 422, "four-eyes-conflict");
        own.andExpect(jsonPath("$.errors[0].code").value("prepared-it"));
        ResultActions related = tell(
                "/api/v1/admin/offers/" + offerId + "/rejection",
                Callers.staff(BRANCH_HEAD, "/hq/P5/", "uncle", Map.of("related", merchantId)),
                Map.of("reason", "图片不清"));
        refused(related, 422, "four-eyes-conflict");
        related.andExpect(jsonPath("$.errors[0].code").value("relative"));
        refused(tell(approval, Callers.staff(BRANCH_HEAD, "/hq/P1/"), null), 404, "not-found");
        tell(approval, head, null).andExpect(jsonPath("$.status").value("LIVE"));
        claimed(offerId, "c1");

        String second = draft(merchantId, offer(5, 1));
        tell("/api/v1/offers/" + second + "/publication", Callers.owner(merchantId), null);
        tell("/api/v1/admin/offers/" + second + "/rejection", head, Map.of("reason", "图片不清"))
                .andExpect(jsonPath("$.status").value("REJECTED"))
                .andExpect(jsonPath("$.reviewReason").value("图片不清"));
    }

    @Test
    void what_the_branch_has_looked_at_is_not_changed_behind_its_back() throws Exception {
        GeoPoint place = new GeoPoint(16.0, 150.0);
        send(1, new BranchEvent.Opened(branch("P7", place, true)));
        awaitAttached(place, "P7");
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", place.lat(), "lng", place.lng()));
        String merchantId = body(tell("/api/v1/merchants", Callers.applicant("a1"), form))
                .path("id")
                .asString();
        var head = Callers.staff(BRANCH_HEAD, "/hq/P7/");
        tell("/api/v1/admin/merchants/" + merchantId + "/approval", head, null);
        var owner = Callers.owner(merchantId);
        String photo = sent("/api/v1/merchants/mine/photos", owner);

        String offerId = published(merchantId, draft(merchantId, offer(5, 1)));
        refused(change(offerId, owner, Map.of("terms", "另一套说法")), 409, "illegal-state");
        tell("/api/v1/admin/offers/" + offerId + "/approval", head, null).andExpect(status().isOk());
        refused(change(offerId, owner, Map.of("terms", "另一套说法")), 422, "offer-text-reviewed");
        refused(change(offerId, owner, Map.of("pictures", List.of(photo))), 422, "offer-text-reviewed");
        change(offerId, owner, Map.of("stock", 8)).andExpect(status().isOk());

        String second = published(merchantId, draft(merchantId, offer(5, 1)));
        tell("/api/v1/admin/offers/" + second + "/rejection", head, Map.of("reason", "图片不清"));
        change(second, owner, Map.of("pictures", List.of(photo)))
                .andExpect(jsonPath("$.status").value("DRAFT"))
                .andExpect(jsonPath("$.reviewReason").doesNotExist());
        published(merchantId, second);
        clock.skip(Duration.ofDays(31));
        refused(tell("/api/v1/admin/offers/" + second + "/approval", head, null), 422, "offer-window-over");
    }

    private ResultActions change(String offerId, RequestPostProcessor caller, Object body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.patch("/api/v1/offers/" + offerId)
                .with(caller)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(body)));
    }

    private void awaitAttached(GeoPoint place, String branchId) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(branches.attach(place).branchId()).isEqualTo(branchId));
    }

    private static BranchEvent.State branch(String id, GeoPoint point, boolean review) {
        Place place = new Place(point.lat(), point.lng());
        return new BranchEvent.State(id, id + "支行", "某路1号", "/hq/" + id + "/", place, 2500, review);
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
