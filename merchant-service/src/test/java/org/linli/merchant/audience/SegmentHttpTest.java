package org.linli.merchant.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.events.DomainEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.LoanEvent;
import org.linli.events.UserEvent;
import org.linli.events.UserRegistered;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import tools.jackson.databind.JsonNode;

/** Audiences from the event to the sending (rule M-5). Each test has a tag of its own, so that they share a store. */
class SegmentHttpTest extends HttpTest {
    private static final String SEGMENTS = "/api/v1/admin/segments";
    private static final RequestPostProcessor MARKETING = Callers.staff("MARKETING_OPERATOR", "/hq/");

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Autowired
    FactsStore facts;

    private final String tag = "t" + Ids.next();

    /** Someone with this test's tag, who agrees to marketing and to profiling. */
    private String person() {
        String id = "person-" + Ids.next();
        told(id, 1, new UserRegistered(id, "consumer"));
        told(id, 2, consent(id, "MARKETING", true));
        told(id, 3, consent(id, "PROFILING", true));
        told(id, 4, new UserEvent.TagsChanged(id, List.of(tag)));
        eventually(id, known -> assertThat(known.tags()).contains(tag));
        return id;
    }

    private static UserEvent consent(String id, String purpose, boolean granted) {
        return new UserEvent.ConsentChanged(id, purpose, granted, Instant.now());
    }

    private void told(String id, long sequence, DomainEvent event) {
        EventType type = EventType.of(event);
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(), type.typeName(), "/user-service", id, sequence, Instant.now(), EventEnvelope.write(event));
        kafka.send(type.topic(), id, envelope.toBytes()).join();
    }

    private void eventually(String id, java.util.function.Consumer<Facts> expectation) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(facts.facts(id)).hasValueSatisfying(expectation));
    }

    private Map<String, Object> tagged(Object... more) {
        List<Object> rules = new java.util.ArrayList<>(List.of(more));
        rules.add(Map.of("field", "tags", "in", List.of(tag)));
        return Map.of("name", "本周常客", "rule", Map.of("all", rules));
    }

    private String segment(Map<String, Object> form) throws Exception {
        ResultActions made = tell(SEGMENTS, MARKETING, form);
        made.andExpect(status().isCreated());
        return body(made).path("id").asString();
    }

    private JsonNode dryRun(String id) throws Exception {
        return body(tell(SEGMENTS + "/" + id + "/dry-run", MARKETING, null).andExpect(status().isOk()));
    }

    @Test
    void whoClaimedLatelyIsFoundAndWhoDidNotIsNot() throws Exception {
        String keen = person();
        String other = person();
        String offerId = liveOffer(approvedMerchant(), 5, 1);
        claimed(offerId, keen);
        eventually(keen, known -> assertThat(known.counts().bytes()).isNotEmpty());
        String id = segment(tagged(Map.of("field", "claims", "withinDays", 7, "categories", List.of("餐饮"))));
        JsonNode run = dryRun(id);
        assertThat(run.path("size").asInt()).isEqualTo(1);
        assertThat(run.path("sample").toString()).doesNotContain(keen).doesNotContain(other);
        assertThat(run.path("sample").path(0).path("shops").asInt()).isEqualTo(1);
        clock.skip(Duration.ofDays(7));
        assertThat(dryRun(id).path("size").asInt()).isZero();
    }

    @Test
    void aRedemptionTakenBackDoesNotCount() throws Exception {
        String guest = person();
        String merchantId = approvedMerchant();
        String coupon = claimed(liveOffer(merchantId, 5, 1), guest);
        String code = shownCode(coupon, guest);
        JsonNode redeemed = body(redeem(code, Callers.cashier(merchantId), Ids.next()));
        String id = segment(tagged(Map.of("field", "redemptions", "withinDays", 1)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isEqualTo(1));
        tell(
                        "/api/v1/redemptions/" + redeemed.path("redemptionId").asString() + "/reversal",
                        Callers.owner(merchantId),
                        Ids.next(),
                        Map.of("reason", "顾客退单"))
                .andExpect(status().isOk());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isZero());
    }

    @Test
    void whoLikesAShopIsFoundUntilTheyDoNoMore() throws Exception {
        String fan = person();
        String merchantId = approvedMerchant();
        mvc.perform(put("/api/v1/me/favourites/followed/" + merchantId).with(Callers.consumer(fan)))
                .andExpect(status().isOk());
        String id = segment(tagged(Map.of("field", "favourites", "merchants", List.of(merchantId))));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isEqualTo(1));
        String near = segment(tagged(Map.of("field", "distance", "withinMeters", 100, "merchantId", merchantId)));
        assertThat(dryRun(near).path("size").asInt()).isEqualTo(1);
        mvc.perform(delete("/api/v1/me/favourites/followed/" + merchantId).with(Callers.consumer(fan)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isZero());
    }

    @Test
    void consentIsAppliedAlreadyInTheDryRun() throws Exception {
        String id = segment(tagged());
        String willing = person();
        assertThat(dryRun(id).path("size").asInt()).isEqualTo(1);
        told(willing, 5, consent(willing, "MARKETING", false));
        eventually(willing, known -> assertThat(known.consents()).doesNotContain("MARKETING"));
        assertThat(dryRun(id).path("size").asInt()).isZero();
    }

    @Test
    void genderAndAgeAreAskedOnlyOfWhoeverAgreedToProfiling() throws Exception {
        String woman = person();
        told(woman, 5, new UserEvent.ProfileChanged(woman, "FEMALE", 1990, "B01"));
        eventually(woman, known -> assertThat(known.gender()).isEqualTo("FEMALE"));
        String id = segment(tagged(
                Map.of("field", "gender", "in", List.of("FEMALE")),
                Map.of("field", "ageBand", "in", List.of("25-34", "35-44"))));
        assertThat(dryRun(id).path("size").asInt()).isEqualTo(1);
        told(woman, 6, consent(woman, "PROFILING", false));
        eventually(woman, known -> assertThat(known.consents()).doesNotContain("PROFILING"));
        assertThat(dryRun(id).path("size").asInt()).isZero();
    }

    @Test
    void whoseShopGotALoanIsABorrowerUntilItIsTakenBack() throws Exception {
        String owner = person();
        ResultActions applied = tell("/api/v1/merchants", Callers.applicant(owner), application());
        String merchantId = body(applied).path("id").asString();
        String id = segment(tagged(Map.of("field", "borrower", "is", true)));
        assertThat(dryRun(id).path("size").asInt()).isZero();
        told("loan-" + merchantId, 1, new LoanEvent.Disbursed(loan(merchantId)));
        told("loan-of-nobody", 1, new LoanEvent.Disbursed(loan("none")));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isEqualTo(1));
        told("loan-" + merchantId, 2, new LoanEvent.Reversed(loan(merchantId)));
        told("loan-" + merchantId, 1, new LoanEvent.Disbursed(loan(merchantId)));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isZero());
    }

    private static LoanEvent.State loan(String merchantId) {
        return new LoanEvent.State(
                "l",
                "a",
                null,
                merchantId,
                "B01",
                "/hq/B01/",
                "MICRO",
                5_000_000,
                12,
                "6.5",
                "EQUAL_INSTALMENT",
                "D30_360",
                "2026-11-02",
                "2027-11-02",
                "CURRENT");
    }

    @Test
    void aForgottenPersonIsInNoAudience() throws Exception {
        String person = person();
        String id = segment(tagged());
        told(person, 5, new UserEvent.Erased(person, Instant.now()));
        eventually(person, known -> assertThat(known.tags()).isEmpty());
        assertThat(dryRun(id).path("size").asInt()).isZero();
    }

    @Test
    void twoWhoTurnOutToBeOneAreOne() throws Exception {
        String older = person();
        String younger = person();
        claimed(liveOffer(approvedMerchant(), 5, 1), younger);
        eventually(younger, known -> assertThat(known.counts().bytes()).isNotEmpty());
        told(older, 5, new UserEvent.Merged(older, younger));
        told(older, 5, new UserEvent.Merged(older, younger));
        eventually(older, known -> assertThat(known.counts().bytes()).isNotEmpty());
        String id = segment(tagged());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(dryRun(id).path("size").asInt()).isEqualTo(1));
    }

    @Test
    void aBranchReachesOnlyItsOwnConsumers() throws Exception {
        String own = person();
        person();
        told(own, 5, new UserEvent.ProfileChanged(own, null, null, "B77"));
        eventually(own, known -> assertThat(known.homeBranch()).isEqualTo("B77"));
        RequestPostProcessor branch = Callers.staff("MARKETING_OPERATOR", "/hq/B77/");
        JsonNode run = body(tell(SEGMENTS + "/dry-run", branch, tagged()).andExpect(status().isOk()));
        assertThat(run.path("size").asInt()).isEqualTo(1);
        assertThat(body(tell(SEGMENTS + "/dry-run", MARKETING, tagged()))
                        .path("size")
                        .asInt())
                .isEqualTo(2);
        refused(tell(SEGMENTS + "/" + segment(tagged()) + "/dry-run", branch, null), 404, "not-found");
        refused(tell(SEGMENTS, branch, with(tagged(), "organisationId", "hq")), 404, "not-found");
    }

    private static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        Map<String, Object> more = new java.util.HashMap<>(form);
        more.put(field, value);
        return more;
    }

    @Test
    void aSnapshotStaysAndItsChangesAreTold() throws Exception {
        String stays = person();
        String leaves = person();
        String id = segment(tagged());
        String snapshots = SEGMENTS + "/" + id + "/snapshots";
        JsonNode taken = body(tell(snapshots, MARKETING, null).andExpect(status().isCreated()));
        assertThat(taken.path("size").asInt()).isEqualTo(2);
        String comes = person();
        told(leaves, 5, consent(leaves, "MARKETING", false));
        eventually(leaves, known -> assertThat(known.consents()).doesNotContain("MARKETING"));
        String changes = snapshots + "/" + taken.path("id").asString() + "/changes";
        JsonNode feed = body(ask(changes, MARKETING).andExpect(status().isOk()));
        assertThat(feed.path("came").asInt()).isEqualTo(1);
        assertThat(feed.path("left").asInt()).isEqualTo(1);
        assertThat(feed.path("items").toString())
                .contains("{\"consumerId\":\"" + comes + "\",\"way\":\"IN\"}")
                .contains("{\"consumerId\":\"" + leaves + "\",\"way\":\"OUT\"}")
                .doesNotContain(stays);
        JsonNode first = body(ask(changes + "?size=1", MARKETING));
        JsonNode second =
                body(ask(changes + "?size=1&after=" + first.path("next").asString(), MARKETING));
        assertThat(List.of(first.path("items").path(0), second.path("items").path(0)))
                .containsExactlyElementsOf(feed.path("items"));
        ask(snapshots, MARKETING).andExpect(jsonPath("$.items[0].size").value(2));
    }

    @Test
    void nobodyIsContactedMoreOftenThanTheCapAndOneSendingAsksOnce() throws Exception {
        String person = person();
        String id = segment(tagged());
        for (int i = 0; i < 3; i++) {
            String contacts = contacts(id);
            assertThat(tellContacts(contacts).path("items").path(0).asString()).isEqualTo(person);
            assertThat(tellContacts(contacts).path("items").size()).isEqualTo(1);
        }
        assertThat(tellContacts(contacts(id)).path("capped").asInt()).isEqualTo(1);
        assertThat(dryRun(id).path("size").asInt()).isZero();
        assertThat(dryRun(id).path("capped").asInt()).isEqualTo(1);
        clock.skip(Duration.ofDays(7));
        assertThat(dryRun(id).path("size").asInt()).isEqualTo(1);
    }

    @Test
    void whoWithdrewAfterTheSnapshotIsNotContacted() throws Exception {
        String person = person();
        String contacts = contacts(segment(tagged()));
        told(person, 5, consent(person, "MARKETING", false));
        eventually(person, known -> assertThat(known.consents()).doesNotContain("MARKETING"));
        JsonNode handed = tellContacts(contacts);
        assertThat(handed.path("items").size()).isZero();
        assertThat(handed.path("withdrawn").asInt()).isEqualTo(1);
    }

    private String contacts(String segmentId) throws Exception {
        String snapshots = SEGMENTS + "/" + segmentId + "/snapshots";
        return snapshots + "/"
                + body(tell(snapshots, MARKETING, null)).path("id").asString() + "/contacts";
    }

    private JsonNode tellContacts(String contacts) throws Exception {
        return body(tell(contacts, MARKETING, null).andExpect(status().isOk()));
    }

    @Test
    void anOfferForAnAudienceIsForNobodyElse() throws Exception {
        String member = person();
        String merchantId = approvedMerchant();
        Map<String, Object> form = with(offer(5, 1), "segmentId", segment(tagged()));
        String offerId = published(merchantId, draft(merchantId, form));
        claimed(offerId, member);
        refused(claim(offerId, "stranger-" + Ids.next(), Ids.next()), 422, "not-in-audience");
    }

    @Test
    void theSearchIsToldWhichAudiencesSomebodyBelongsTo() throws Exception {
        String member = person();
        String own = segment(tagged());
        String ofCustomers = segment(tagged(Map.of("field", "customerBound", "is", true)));
        RequestPostProcessor search = Callers.ofRole("service:geo-search-service");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(body(ask("/internal/v1/consumers/" + member + "/segments", search))
                                .path("segmentIds")
                                .toString())
                        .contains(own)
                        .doesNotContain(ofCustomers));
        assertThat(body(ask("/internal/v1/consumers/stranger/segments", search))
                        .path("segmentIds")
                        .toString())
                .doesNotContain(own, ofCustomers);
        mvc.perform(delete(SEGMENTS + "/" + own).with(MARKETING)).andExpect(status().isNoContent());
        assertThat(body(ask("/internal/v1/consumers/" + member + "/segments", search))
                        .path("segmentIds")
                        .toString())
                .contains(own);
        refused(ask("/internal/v1/consumers/" + member + "/segments", Callers.service()), 403, "forbidden");
        refused(ask("/internal/v1/consumers/" + member + "/segments", Callers.consumer(member)), 403, "forbidden");
        refused(ask("/internal/v1/consumers/a.b/segments", search), 400, "invalid-parameter");
    }

    @Test
    void anOfferNamesOnlyAnAudienceThatThereIsAtItsBranchOrAbove() throws Exception {
        String merchantId = approvedMerchant();
        String offers = "/api/v1/merchants/" + merchantId + "/offers";
        String retired = segment(tagged());
        mvc.perform(delete(SEGMENTS + "/" + retired).with(MARKETING)).andExpect(status().isNoContent());
        String elsewhere = segment(with(tagged(), "organisationId", "B77"));
        for (String id : List.of("none", retired, elsewhere)) {
            ResultActions answer = tell(offers, Callers.owner(merchantId), with(offer(5, 1), "segmentId", id));
            refused(answer, 400, "invalid-parameter");
            answer.andExpect(jsonPath("$.errors[0].field").value("segmentId"));
        }
    }

    @Test
    void aSegmentIsChangedFromWhatWasSeenAndSaidInWords() throws Exception {
        String id = segment(tagged(Map.of("field", "customerBound", "is", true)));
        ask(SEGMENTS + "/" + id, MARKETING)
                .andExpect(jsonPath("$.words").value("（已绑定本行客户 且 带有标签" + tag + "）"))
                .andExpect(jsonPath("$.edition").value(1));
        rewrite(id, "\"1\"")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.edition").value(2));
        refused(rewrite(id, "\"1\""), 412, "stale-version");
        mvc.perform(delete(SEGMENTS + "/" + id).with(MARKETING)).andExpect(status().isNoContent());
        refused(ask(SEGMENTS + "/" + id, MARKETING), 404, "not-found");
    }

    private ResultActions rewrite(String id, String ifMatch) throws Exception {
        return mvc.perform(put(SEGMENTS + "/" + id)
                .with(MARKETING)
                .header("If-Match", ifMatch)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(tagged())));
    }

    @Test
    void whatIsWrongWithARuleIsNamedByItsPlace() throws Exception {
        Object wrong = Map.of("field", "claims", "withinDay", 3);
        ResultActions answer = tell(SEGMENTS, MARKETING, Map.of("name", "x", "rule", Map.of("any", List.of(wrong))));
        refused(answer, 400, "invalid-parameter");
        answer.andExpect(jsonPath("$.errors[0].field").value("rule.any[0].withinDay"));
        refused(tell(SEGMENTS, MARKETING, Map.of("name", "x")), 400, "invalid-parameter");
        String deep = "{\"not\":".repeat(2_000) + "1" + "}".repeat(2_000);
        refused(tell(SEGMENTS, MARKETING, "{\"name\":\"x\",\"rule\":" + deep + "}"), 400, "malformed-body");
    }
}
