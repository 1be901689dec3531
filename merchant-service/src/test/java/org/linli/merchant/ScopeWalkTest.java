package org.linli.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.BranchEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Place;
import org.linli.events.Topics;
import org.linli.localstack.access.Planted;
import org.linli.localstack.access.ScopeWalk;
import org.linli.localstack.shots.Shots;
import org.linli.merchant.branch.Branches;
import org.linli.starter.Ids;
import org.linli.starter.geo.GeoPoint;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Every endpoint with data of an organisation shows a branch's things to that branch and above, to nobody else (P-1). */
class ScopeWalkTest extends HttpTest {
    private static final String BRANCH = "SCOPE1";
    private static final String PATH = "/hq/" + BRANCH + "/";
    private static final GeoPoint PLACE = new GeoPoint(20.0, 150.0);
    private static final String ADMIN = "/api/v1/admin/merchants";
    private static final String REVIEWS = "/api/v1/admin/reviews";
    private static final String REPORTS = "/api/v1/admin/reports";
    private static final String ALERTS = "/api/v1/admin/alerts";
    private static final String SEGMENTS = "/api/v1/admin/segments";
    private static final Map<String, String> REASON = Map.of("reason", "理由充分");

    private final Planted<String> applicant = new Planted<>(this::anApplicant);
    private final Planted<String> merchant = new Planted<>(this::anApprovedOne);
    private final Planted<String> suspended = new Planted<>(this::aSuspendedOne);

    @Autowired
    Branches branches;

    @Autowired
    MongoOperations mongo;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @BeforeEach
    void aBranchThatReviewsOffers() {
        Place centre = new Place(PLACE.lat(), PLACE.lng());
        BranchEvent opened =
                new BranchEvent.Opened(new BranchEvent.State(BRANCH, "范围支行", "某路1号", PATH, centre, 2500, true));
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(opened).typeName(),
                "/user-service",
                BRANCH,
                1,
                Instant.now(),
                EventEnvelope.write(opened));
        kafka.send(Topics.BRANCH, BRANCH, envelope.toBytes()).join();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(branches.attach(PLACE).branchId()).isEqualTo(BRANCH));
    }

    @Test
    void aBranchsThingsAreReachedFromThereAndAboveOnly() throws Exception {
        ScopeWalk walk = new ScopeWalk("merchant-service", PATH)
                .renewing(applicant, merchant, suspended)
                .probe("POST /api/v1/admin/merchants/imports", this::imports)
                .probe("GET /api/v1/admin/merchants", this::lists)
                .probe(
                        "GET /api/v1/admin/merchants/{id}",
                        grants -> isOk(ask(ADMIN + "/" + applied(), Callers.holding(grants))))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/approval",
                        grants -> tells(ADMIN + "/" + applied() + "/approval", grants, null))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/rejection",
                        grants -> tells(ADMIN + "/" + applied() + "/rejection", grants, REASON))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/suspension",
                        grants -> tells(ADMIN + "/" + approved() + "/suspension", grants, REASON))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/reveal",
                        grants -> tells(
                                ADMIN + "/" + applied() + "/reveal",
                                grants,
                                Map.of("fields", List.of("contactPhone"), "reason", "上门核实地址")))
                .probe("GET /api/v1/admin/offers", this::listsOffers)
                .probe(
                        "GET /api/v1/admin/merchants/review-queue",
                        grants -> contains(applied(), ADMIN + "/review-queue?size=100", grants))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/claim",
                        grants -> tells(ADMIN + "/" + applied() + "/claim", grants, null))
                .probe(
                        "DELETE /api/v1/admin/merchants/{id}/claim",
                        grants -> isOk(mvc.perform(
                                delete(ADMIN + "/" + applied() + "/claim").with(Callers.holding(grants)))))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/inquiry",
                        grants -> tells(
                                ADMIN + "/" + applied() + "/inquiry",
                                grants,
                                Map.of("wanted", List.of(Map.of("about", "name", "text", "请核对")))))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/resumption",
                        grants -> tells(ADMIN + "/" + suspended() + "/resumption", grants, REASON))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/closure",
                        grants -> tells(ADMIN + "/" + approved() + "/closure", grants, REASON))
                .probe(
                        "POST /api/v1/admin/merchants/{id}/recheck",
                        grants -> tells(ADMIN + "/" + approved() + "/recheck", grants, null))
                .probe(
                        "GET /api/v1/admin/merchants/rechecks",
                        grants -> contains(approved(), ADMIN + "/rechecks?size=100&withinDays=366", grants))
                .probe(
                        "GET /api/v1/admin/merchants/{id}/duplicates",
                        grants -> isOk(ask(ADMIN + "/" + applied() + "/duplicates", Callers.holding(grants))))
                .probe(
                        "GET /api/v1/admin/merchants/{id}/dossier",
                        grants -> isOk(ask(ADMIN + "/" + applied() + "/dossier", Callers.holding(grants))))
                .probe("GET /api/v1/admin/merchants/{id}/pictures/{pictureId}", this::showsPictures)
                .probe("POST /api/v1/admin/merchants/{id}/assignment", this::assigns)
                .probe("GET /api/v1/admin/merchants/{id}/messages", this::readsMessages)
                .probe("POST /api/v1/admin/merchants/{id}/messages", this::writesMessages)
                .probe(
                        "POST /api/v1/admin/offers/{id}/approval",
                        grants -> tells("/api/v1/admin/offers/" + inReview() + "/approval", grants, null))
                .probe(
                        "POST /api/v1/admin/offers/{id}/rejection",
                        grants -> tells("/api/v1/admin/offers/" + inReview() + "/rejection", grants, REASON));
        String counted = counted();
        walk.probe(
                        "GET /api/v1/merchants/{merchantId}/statistics",
                        grants ->
                                isOk(ask(figures("merchants/" + counted + "/statistics", ""), Callers.holding(grants))))
                .probe(
                        "GET /api/v1/merchants/{merchantId}/statistics/export",
                        grants -> isOk(ask(
                                figures("merchants/" + counted + "/statistics/export", "&format=csv"),
                                Callers.holding(grants))))
                .probe("GET /api/v1/admin/statistics", grants -> shows(counted, "admin/statistics", "", grants))
                .probe(
                        "GET /api/v1/admin/statistics/export",
                        grants -> shows(counted, "admin/statistics/export", "&format=csv", grants));
        walk.probe("GET /api/v1/admin/reviews", grants -> contains(reviewed(), REVIEWS + "?size=100", grants))
                .probe(
                        "POST /api/v1/admin/reviews/{id}/approval",
                        grants -> tells(REVIEWS + "/" + reviewed() + "/approval", grants, null))
                .probe(
                        "POST /api/v1/admin/reviews/{id}/rejection",
                        grants -> tells(REVIEWS + "/" + reviewed() + "/rejection", grants, REASON))
                .probe("GET /api/v1/admin/reports", grants -> contains(reported(), REPORTS + "?size=100", grants))
                .probe(
                        "POST /api/v1/admin/reports/{id}/acceptance",
                        grants -> tells(REPORTS + "/" + reported() + "/acceptance", grants, null))
                .probe(
                        "POST /api/v1/admin/reports/{id}/resolution",
                        grants -> tells(REPORTS + "/" + reported() + "/resolution", grants, Map.of("answer", "已处理")))
                .probe(
                        "POST /api/v1/admin/reports/{id}/dismissal",
                        grants -> tells(REPORTS + "/" + reported() + "/dismissal", grants, Map.of("answer", "查无此事")));
        new CampaignProbes(this).addTo(walk);
        probeSegments(walk);
        probeAlerts(walk);
        probeSettlements(walk);
        walk.requireNoFindings();
    }

    private void probeSegments(ScopeWalk walk) {
        walk.probe("GET /api/v1/admin/segments", grants -> contains(segment(), SEGMENTS + "?size=100", grants))
                .probe("POST /api/v1/admin/segments", grants -> creates(SEGMENTS, grants, here()))
                .probe(
                        "GET /api/v1/admin/segments/{id}",
                        grants -> isOk(ask(SEGMENTS + "/" + segment(), Callers.holding(grants))))
                .probe(
                        "PUT /api/v1/admin/segments/{id}",
                        grants -> isOk(mvc.perform(put(SEGMENTS + "/" + segment())
                                .with(Callers.holding(grants))
                                .contentType(MediaType.APPLICATION_JSON)
                                .content(json.writeValueAsString(here())))))
                .probe(
                        "DELETE /api/v1/admin/segments/{id}",
                        grants -> mvc.perform(delete(SEGMENTS + "/" + segment()).with(Callers.holding(grants)))
                                        .andReturn()
                                        .getResponse()
                                        .getStatus()
                                == 204)
                .probe(
                        "POST /api/v1/admin/segments/{id}/dry-run",
                        grants -> tells(SEGMENTS + "/" + segment() + "/dry-run", grants, null))
                .probe("POST /api/v1/admin/segments/dry-run", grants -> tells(SEGMENTS + "/dry-run", grants, here()))
                .probe(
                        "POST /api/v1/admin/segments/{id}/snapshots",
                        grants -> creates(SEGMENTS + "/" + segment() + "/snapshots", grants, null))
                .probe("GET /api/v1/admin/segments/{id}/snapshots", grants -> {
                    String snapshot = snapshot();
                    return contains(
                            snapshot.substring(snapshot.lastIndexOf('/') + 1),
                            snapshot.substring(0, snapshot.lastIndexOf('/')) + "?size=100",
                            grants);
                })
                .probe(
                        "GET /api/v1/admin/segments/{id}/snapshots/{snapshotId}/changes",
                        grants -> isOk(ask(snapshot() + "/changes", Callers.holding(grants))))
                .probe(
                        "POST /api/v1/admin/segments/{id}/snapshots/{snapshotId}/contacts",
                        grants -> tells(snapshot() + "/contacts", grants, null));
    }

    private void probeAlerts(ScopeWalk walk) {
        walk.probe("GET /api/v1/admin/alerts", grants -> contains(alert(), ALERTS + "?size=100", grants))
                .probe(
                        "POST /api/v1/admin/alerts/{id}/acknowledgement",
                        grants -> tells(ALERTS + "/" + alert() + "/acknowledgement", grants, null))
                .probe(
                        "POST /api/v1/admin/alerts/{id}/dismissal",
                        grants -> tells(ALERTS + "/" + alert() + "/dismissal", grants, REASON));
    }

    private void probeSettlements(ScopeWalk walk) throws Exception {
        String settled = settled();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        String list = "/api/v1/admin/settlements";
        walk.probe(
                        "PUT /api/v1/admin/offers/{id}/subsidy",
                        grants -> isOk(subsidise(draft(approved(), offer(5, 1)), Callers.holding(grants))))
                .probe("GET /api/v1/admin/settlements", grants -> {
                    ResultActions answer =
                            laterAsked(list + "?size=100&organisationId=" + BRANCH + "&day=" + today, grants);
                    return isOk(answer)
                            && answer.andReturn()
                                    .getResponse()
                                    .getContentAsString()
                                    .contains(settled);
                })
                .probe(
                        "GET /api/v1/admin/settlements/{merchantId}/{day}",
                        grants -> isOk(laterAsked(list + "/" + settled + "/" + today, grants)));
    }

    /** When the running day is over. */
    private ResultActions laterAsked(String path, Map<String, List<String>> grants) throws Exception {
        clock.skip(Duration.ofHours(26));
        try {
            return ask(path, Callers.holding(grants));
        } finally {
            clock.reset();
        }
    }

    private ResultActions subsidise(String offerId, RequestPostProcessor staff) throws Exception {
        return mvc.perform(put("/api/v1/admin/offers/" + offerId + "/subsidy")
                .with(staff)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("subsidyFenPerCoupon", 300))));
    }

    /** A merchant of the branch with a line on today's settlement file. */
    private String settled() throws Exception {
        String merchantId = approved();
        String offerId = draft(merchantId, offer(5, 1));
        subsidise(offerId, Callers.staff(BRANCH_HEAD, PATH)).andExpect(status().isOk());
        published(merchantId, offerId);
        tell("/api/v1/admin/offers/" + offerId + "/approval", Callers.staff(BRANCH_HEAD, PATH), null);
        String consumer = Ids.next();
        redeem(shownCode(claimed(offerId, consumer), consumer), Callers.cashier(merchantId), Ids.next())
                .andExpect(status().isCreated());
        // Not by the list: for that the day has to be over, and what is heard then is on the next.
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        mongo.exists(Query.query(Criteria.where("merchantId").is(merchantId)), "subsidy_lines"));
        return merchantId;
    }

    /** Six people with one device. */
    private String alert() throws Exception {
        String merchantId = approved();
        String roomy = published(merchantId, draft(merchantId, offer(10, 1)));
        tell("/api/v1/admin/offers/" + roomy + "/approval", Callers.staff(BRANCH_HEAD, PATH), null);
        String device = Ids.next() + Ids.next();
        for (int i = 0; i < 6; i++) {
            mvc.perform(post("/api/v1/offers/" + roomy + "/claims")
                    .with(Callers.consumer("c" + i + Ids.next()))
                    .header("Idempotency-Key", Ids.next())
                    .header("X-Device-Id", device));
        }
        return Ids.derived("alert", "SHARED_DEVICE", merchantId, Ids.hash("device", device), month());
    }

    private String month() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                .toString()
                .substring(0, 7);
    }

    private static Map<String, Object> here() {
        return Map.of("name", "范围", "organisationId", BRANCH, "rule", Map.of("field", "customerBound", "is", true));
    }

    private String segment() throws Exception {
        return body(tell(SEGMENTS, Callers.staff("MARKETING_OPERATOR", PATH), here()))
                .path("id")
                .asString();
    }

    private String snapshot() throws Exception {
        String snapshots = SEGMENTS + "/" + segment() + "/snapshots";
        return snapshots + "/"
                + body(tell(snapshots, Callers.staff("MARKETING_OPERATOR", PATH), null))
                        .path("id")
                        .asString();
    }

    private boolean creates(String path, Map<String, List<String>> grants, Object body) throws Exception {
        int status = tell(path, Callers.holding(grants), body)
                .andReturn()
                .getResponse()
                .getStatus();
        assertThat(status).isIn(201, 403, 404);
        return status == 201;
    }

    @Test
    void anEndpointWithoutAProbeBreaksTheBuild() throws Exception {
        assertThat(new ScopeWalk("merchant-service", PATH).findings())
                .contains("no probe: GET /api/v1/admin/merchants", "no probe: POST /api/v1/admin/offers/{id}/approval");
    }

    /** A merchant of the branch with a claim that the statistics know. */
    private String counted() throws Exception {
        String offerId = liveHere();
        String merchantId = offerId.substring(0, offerId.lastIndexOf('-'));
        claimed(offerId, "c1");
        Map<String, List<String>> head = Map.of("/hq/", List.of("statistics.read"));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(shows(merchantId, "admin/statistics", "", head))
                        .isTrue());
        return merchantId;
    }

    private String liveHere() throws Exception {
        String merchantId = approved();
        String offerId = published(merchantId, draft(merchantId, offer(5, 1)));
        tell("/api/v1/admin/offers/" + offerId + "/approval", Callers.staff(BRANCH_HEAD, PATH), null);
        return offerId;
    }

    private String reviewed() throws Exception {
        String offerId = liveHere();
        String consumer = Ids.next();
        String merchantId = offerId.substring(0, offerId.lastIndexOf('-'));
        String code = shownCode(claimed(offerId, consumer), consumer);
        String redemptionId = body(redeem(code, Callers.cashier(merchantId), Ids.next()))
                .path("redemptionId")
                .asString();
        Map<String, Object> review = Map.of("redemptionId", redemptionId, "stars", 5);
        return body(tell("/api/v1/me/reviews", Callers.consumer(consumer), review))
                .path("id")
                .asString();
    }

    private String reported() throws Exception {
        Map<String, String> report =
                Map.of("about", "MERCHANT", "targetId", approved(), "problem", "OTHER", "text", "门口没有招牌");
        return body(tell("/api/v1/me/reports", Callers.consumer(Ids.next()), Ids.next(), report))
                .path("id")
                .asString();
    }

    private boolean shows(String merchantId, String path, String more, Map<String, List<String>> grants)
            throws Exception {
        ResultActions answer = ask(figures(path, "&by=merchant" + more), Callers.holding(grants));
        return isOk(answer)
                && answer.andReturn().getResponse().getContentAsString().contains(merchantId);
    }

    private String figures(String path, String more) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
        return "/api/v1/" + path + "?from=" + today.minusDays(1) + "&to=" + today + more;
    }

    private boolean imports(Map<String, List<String>> grants) throws Exception {
        Map<String, Object> row = Map.of(
                "line",
                1,
                "externalId",
                Ids.next(),
                "name",
                "进口面馆",
                "category",
                "餐饮",
                "address",
                "清江路108号",
                "point",
                point());
        ResultActions answer = tell(ADMIN + "/imports", Callers.holding(grants), Map.of("rows", List.of(row)));
        return isOk(answer) && body(answer).path("created").asInt() == 1;
    }

    private boolean showsPictures(Map<String, List<String>> grants) throws Exception {
        String id = applied();
        ResultActions filed = mvc.perform(multipart("/api/v1/merchants/mine/papers/food-permit")
                .file(new MockMultipartFile("file", Shots.jpeg(200, 200)))
                .with(Callers.owner(id)));
        String picture = body(filed).path("id").asString();
        return isOk(ask(ADMIN + "/" + id + "/pictures/" + picture, Callers.holding(grants)));
    }

    /** Reached is who hears that a circle holds the merchant. */
    private boolean assigns(Map<String, List<String>> grants) throws Exception {
        ResultActions answer =
                tell(ADMIN + "/" + applied() + "/assignment", Callers.holding(grants), Map.of("branchId", BRANCH));
        int status = answer.andReturn().getResponse().getStatus();
        assertThat(status).isIn(422, 403, 404);
        return status == 422;
    }

    private boolean readsMessages(Map<String, List<String>> grants) throws Exception {
        return isOk(ask(ADMIN + "/" + applied() + "/messages", Callers.holding(grants)));
    }

    private boolean writesMessages(Map<String, List<String>> grants) throws Exception {
        ResultActions answer =
                tell(ADMIN + "/" + applied() + "/messages", Callers.holding(grants), Map.of("text", "请核对地址"));
        int status = answer.andReturn().getResponse().getStatus();
        assertThat(status).isIn(201, 403, 404);
        return status == 201;
    }

    /** By list and by search. */
    private boolean lists(Map<String, List<String>> grants) throws Exception {
        String id = applied();
        boolean listed = contains(id, ADMIN + "?size=100&status=APPLIED", grants);
        boolean found = contains(id, ADMIN + "?size=100&status=APPLIED&q=面馆", grants);
        assertThat(listed).isEqualTo(found);
        return listed;
    }

    private boolean listsOffers(Map<String, List<String>> grants) throws Exception {
        return contains(inReview(), "/api/v1/admin/offers?size=100", grants);
    }

    /** Page by page: other tests left things in the head office's list. */
    private boolean contains(String id, String list, Map<String, List<String>> grants) throws Exception {
        String next = "";
        do {
            ResultActions page = ask(list + (next.isEmpty() ? "" : "&after=" + next), Callers.holding(grants));
            if (!isOk(page)) {
                return false;
            }
            for (var item : body(page).path("items")) {
                if (item.path("id").asString().equals(id)) {
                    return true;
                }
            }
            next = body(page).path("next").asString("");
        } while (!next.isEmpty());
        return false;
    }

    private boolean tells(String path, Map<String, List<String>> grants, Object body) throws Exception {
        return isOk(tell(path, Callers.holding(grants), body));
    }

    private static boolean isOk(ResultActions answer) {
        int status = answer.andReturn().getResponse().getStatus();
        assertThat(status).isIn(200, 403, 404);
        return status == 200;
    }

    private static Map<String, Object> point() {
        return Map.of("lat", PLACE.lat(), "lng", PLACE.lng());
    }

    private String applied() throws Exception {
        return applicant.get();
    }

    private String approved() throws Exception {
        return merchant.get();
    }

    private String suspended() throws Exception {
        return suspended.get();
    }

    private String anApplicant() throws Exception {
        Map<String, Object> form = application();
        form.put("point", point());
        return body(tell("/api/v1/merchants", Callers.applicant(Ids.next()), form))
                .path("id")
                .asString();
    }

    private String anApprovedOne() throws Exception {
        String id = anApplicant();
        tell(ADMIN + "/" + id + "/approval", Callers.staff(BRANCH_HEAD, PATH), null);
        return id;
    }

    private String aSuspendedOne() throws Exception {
        String id = anApprovedOne();
        tell(ADMIN + "/" + id + "/suspension", Callers.staff(BRANCH_HEAD, PATH), REASON);
        return id;
    }

    private String inReview() throws Exception {
        String merchantId = approved();
        return published(merchantId, draft(merchantId, offer(5, 1)));
    }
}
