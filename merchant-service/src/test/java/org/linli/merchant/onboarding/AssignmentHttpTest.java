package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import org.linli.merchant.Callers;
import org.linli.merchant.DossierTest;
import org.linli.merchant.branch.Branches;
import org.linli.starter.Ids;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.web.Cursor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Head office's pool and its way to the branches (rule M-1), over the real broker. */
class AssignmentHttpTest extends DossierTest {
    private static final String POOL = ADMIN + "pool";
    private static final RequestPostProcessor HEAD_OFFICE = Callers.staff("ADMINISTRATOR", "/hq/");
    private static final GeoPoint SEA = new GeoPoint(43.0, 150.0);

    @Autowired
    Branches branches;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Test
    void whatNoCircleHoldsIsGivenToABranchByHandAndStaysThere() throws Exception {
        open("AS1", new GeoPoint(43.5, 150.0), 1);
        String id = approvedAt(SEA);
        inPool(id).andExpect(jsonPath("$.items[*].id").value(hasItem(id)));
        ask(POOL, Callers.staff(BRANCH_HEAD, "/hq/AS1/"))
                .andExpect(jsonPath("$.items").isEmpty());
        assign(id, "AS1")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.branchId").value("AS1"));
        inPool(id).andExpect(jsonPath("$.items[*].id").value(not(hasItem(id))));

        open("AS2", new GeoPoint(44.0, 150.0), 1);
        stays(id, "AS1");
        Map<String, Object> form = application();
        form.remove("licenceNumber");
        form.put("point", Map.of("lat", SEA.lat(), "lng", SEA.lng()));
        write(MERCHANTS + "/mine", Callers.owner(id), form)
                .andExpect(jsonPath("$.branchId").value("AS1"));
    }

    @Test
    void aCircleThatComesToHoldItTakesItOver() throws Exception {
        GeoPoint place = new GeoPoint(45.0, 150.0);
        open("AS3", new GeoPoint(45.5, 150.0), 1);
        String id = approvedAt(place);
        assign(id, "AS3").andExpect(status().isOk());
        open("AS4", place, 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask(ADMIN + id, HEAD_OFFICE)
                        .andExpect(jsonPath("$.branchId").value("AS4")));
        refused(assign(id, "AS3"), 422, "belongs-to-a-circle");
    }

    @Test
    void whenTheBranchClosesTheMerchantIsInThePoolAgain() throws Exception {
        GeoPoint far = new GeoPoint(46.5, 150.0);
        open("AS5", far, 1);
        String id = approvedAt(new GeoPoint(46.0, 150.0));
        assign(id, "AS5").andExpect(status().isOk());
        send(new BranchEvent.Closed(branch("AS5", far)), 2);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> ask(ADMIN + id, HEAD_OFFICE)
                        .andExpect(jsonPath("$.branchId").value("hq")));
        refused(assign(id, "AS5"), 422, "no-such-branch");
    }

    @Test
    void nobodyGivesAwayWhatIsNotTheirsNorToWhomTheyDoNotOversee() throws Exception {
        open("AS6", new GeoPoint(47.5, 150.0), 1);
        String id = approvedAt(new GeoPoint(47.0, 150.0));
        refused(tell(ADMIN + id + "/assignment", Callers.staff(BRANCH_HEAD, "/hq/AS6/"), to("AS6")), 404, "not-found");
        refused(assign(id, "nowhere"), 422, "no-such-branch");
        refused(assign(id, "../x"), 400, "invalid-parameter");
        tell(ADMIN + id + "/closure", Callers.staff(BRANCH_HEAD, "/hq/"), REASON);
        refused(assign(id, "AS6"), 409, "illegal-state");
    }

    private void stays(String id, String branchId) {
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> ask(ADMIN + id, HEAD_OFFICE)
                        .andExpect(jsonPath("$.branchId").value(branchId)));
    }

    private ResultActions inPool(String id) throws Exception {
        // Other tests fill the pool: right before this one begins its page.
        return ask(POOL + "?size=100&after=" + Cursor.of(id.substring(0, id.length() - 1)), HEAD_OFFICE);
    }

    private String approvedAt(GeoPoint place) throws Exception {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", place.lat(), "lng", place.lng()));
        String id = body(tell(MERCHANTS, Callers.applicant(Ids.next()), form))
                .path("id")
                .asString();
        decide(id, "approval", null).andExpect(status().isOk());
        return id;
    }

    private ResultActions assign(String id, String branchId) throws Exception {
        return tell(ADMIN + id + "/assignment", HEAD_OFFICE, to(branchId));
    }

    private static Map<String, String> to(String branchId) {
        return Map.of("branchId", branchId);
    }

    private void open(String id, GeoPoint centre, long sequence) {
        send(new BranchEvent.Opened(branch(id, centre)), sequence);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(branches.attach(centre).branchId()).isEqualTo(id));
    }

    private static BranchEvent.State branch(String id, GeoPoint point) {
        Place place = new Place(point.lat(), point.lng());
        return new BranchEvent.State(id, id + "支行", "某路1号", "/hq/" + id + "/", place, 2500, false);
    }

    private void send(BranchEvent event, long sequence) {
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
