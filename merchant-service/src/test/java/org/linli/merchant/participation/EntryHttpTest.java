package org.linli.merchant.participation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Topics;
import org.linli.events.UserRegistered;
import org.linli.merchant.Callers;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.servlet.ResultActions;

/** The other ways to take part: quiz, check-in, invitation, bottle, and festivals made of them (rule M-4). */
class EntryHttpTest extends CampaignTest {
    @Autowired
    KafkaOperations<String, byte[]> kafka;

    @Autowired
    Registrations registrations;

    private static Map<String, Object> when(Map<String, Object> prize, String kind, int n) {
        return with(prize, "when", Map.of("kind", kind, "n", n));
    }

    private static Map<String, Object> when(Map<String, Object> prize, String kind) {
        return with(prize, "when", Map.of("kind", kind));
    }

    @Test
    void aQuizPaysByRightAnswersAndDoesNotTellThemBefore() throws Exception {
        Map<String, Object> form =
                plan("QUIZ", when(points(10), "RIGHT_ANSWERS", 1), when(points(50), "RIGHT_ANSWERS", 2));
        form.put(
                "questions",
                List.of(
                        Map.of("text", "1+1", "options", List.of("2", "3"), "right", List.of(0)),
                        Map.of("text", "月", "options", List.of("a", "b", "c"), "right", List.of(0, 2))));
        String id = running(form);
        ask("/api/v1/campaigns/" + id, Callers.consumer("c"))
                .andExpect(jsonPath("$.questions[0].options.length()").value(2))
                .andExpect(jsonPath("$.questions[0].right").doesNotExist());
        String half = Ids.next();
        join(id, half, Map.of("answers", List.of(List.of(0), List.of(0))))
                .andExpect(jsonPath("$.rightAnswers").value(1));
        String all = Ids.next();
        join(id, all, Map.of("answers", List.of(List.of(0), List.of(2, 0))))
                .andExpect(jsonPath("$.rightAnswers").value(2));
        String none = Ids.next();
        join(id, none, Map.of("answers", List.of(List.of(1), List.of())))
                .andExpect(jsonPath("$.rightAnswers").value(0))
                .andExpect(jsonPath("$.prizes.length()").value(0));
        assertThat(List.of(pointsOf(half), pointsOf(all), pointsOf(none))).containsExactly(10L, 60L, 0L);
        for (List<?> wrong : List.of(List.of(), List.of(List.of(0)), List.of(List.of(0), List.of(3)))) {
            refused(join(id, none, Map.of("answers", wrong)), 400, "invalid-parameter");
        }
    }

    @Test
    void aCampaignForAnAudienceIsForNobodyElse() throws Exception {
        String customers = segment(true);
        String others = segment(false);
        String id = running(with(plan("DRAW", points(5)), "segmentId", customers));
        refused(join(id, Ids.next(), null), 422, "campaign-not-in-audience");
        String open = running(with(plan("DRAW", points(5)), "segmentId", others));
        join(open, Ids.next(), null).andExpect(status().isCreated());
        ResultActions unknown = tell(ADMIN, PREPARER, with(plan("DRAW", points(5)), "segmentId", "none"));
        refused(unknown, 400, "invalid-parameter");
        unknown.andExpect(jsonPath("$.errors[0].field").value("segmentId"));
    }

    private String segment(boolean bound) throws Exception {
        Map<String, Object> form = Map.of("name", "人群", "rule", Map.of("field", "customerBound", "is", bound));
        ResultActions made = tell("/api/v1/admin/segments", Callers.staff("MARKETING_OPERATOR", "/hq/"), form);
        return body(made.andExpect(status().isCreated())).path("id").asString();
    }

    @Test
    void aCheckInPaysForDaysInARowAndAMissedDayBeginsAnew() throws Exception {
        Map<String, Object> form = plan("CHECK_IN", points(5), when(points(30), "DAYS_IN_A_ROW", 3));
        form.put("inAll", 20);
        String id = running(form);
        String person = Ids.next();
        for (int daysInARow : List.of(1, 2, 3, 1)) {
            join(id, person, null).andExpect(jsonPath("$.daysInARow").value(daysInARow));
            refused(join(id, person, null), 422, "campaign-no-more-today");
            clock.skip(Duration.ofDays(daysInARow == 3 ? 2 : 1));
        }
        assertThat(pointsOf(person)).isEqualTo(4 * 5 + 30);
        ask(ADMIN + "/" + id + "/report", PUBLISHER)
                .andExpect(jsonPath("$.participants").value(1))
                .andExpect(jsonPath("$.days.length()").value(4));
    }

    @Test
    void hostAndGuestBothGetWhatIsTheirs() throws Exception {
        String id = running(invitation());
        String host = Ids.next();
        String code = codeOf(id, host);
        for (int n = 1; n <= 3; n++) {
            String guest = Ids.next();
            Map<String, String> brought = guestWith(code);
            join(id, guest, "k", brought)
                    .andExpect(status().isCreated())
                    .andExpect(jsonPath("$.side").value("GUEST"));
            join(id, guest, "k", brought).andExpect(status().isCreated());
            refused(join(id, guest, "k", guestWith(code)), 422, "idempotency-key-reused");
            assertThat(pointsOf(guest)).isEqualTo(3);
        }
        // Two a day count for the host, every second one pays.
        assertThat(pointsOf(host)).isEqualTo(20);
        ask("/api/v1/me/participations", Callers.consumer(host))
                .andExpect(jsonPath("$.items.length()").value(2));
    }

    @Test
    void invitationsThatAreNoneAreRefused() throws Exception {
        String id = running(invitation());
        String host = Ids.next();
        String code = codeOf(id, host);
        refused(join(id, host, Map.of("code", code, "deviceId", "device-of-" + host)), 422, "invitation-to-oneself");
        String sameDevice = Ids.next();
        refused(
                join(id, sameDevice, Map.of("code", code, "deviceId", "device-of-" + host)),
                422,
                "invitation-device-used");
        refused(join(id, sameDevice, guestWith("no-such-code")), 422, "invitation-unknown");
        refused(join(id, sameDevice, Map.of("code", code)), 400, "invalid-parameter");

        String otherHost = Ids.next();
        String otherCode = codeOf(id, otherHost);
        refused(
                join(id, otherHost, Map.of("code", code, "deviceId", "device-of-" + otherHost)),
                422,
                "invitation-not-new");
        String guest = Ids.next();
        Map<String, String> own = guestWith(code);
        join(id, guest, own).andExpect(status().isCreated());
        refused(join(id, guest, own), 422, "campaign-no-more");
        refused(join(id, guest, Map.of("code", otherCode, "deviceId", own.get("deviceId"))), 422, "invitation-not-new");
        assertThat(pointsOf(host)).isZero();
        String elsewhere = running(invitation());
        refused(join(elsewhere, Ids.next(), guestWith(code)), 422, "invitation-unknown");
        refused(codeFor(running(plan("DRAW", points(1))), host), 404, "not-found");
    }

    @Test
    void whoRegisteredBeforeTheCampaignBeganIsNoNewcomer() throws Exception {
        Map<String, Object> form = invitation();
        form.put("newcomersOnly", true);
        String id = running(form);
        String code = codeOf(id, Ids.next());
        String old = Ids.next();
        String fresh = Ids.next();
        registered(old, Instant.now().minus(Duration.ofDays(2)));
        registered(fresh, Instant.now());
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));
        await().atMost(Duration.ofSeconds(20)).until(() -> registrations.isAfter(fresh, anHourAgo));
        refused(join(id, old, guestWith(code)), 422, "invitation-newcomers-only");
        refused(join(id, Ids.next(), guestWith(code)), 422, "invitation-newcomers-only");
        join(id, fresh, guestWith(code)).andExpect(status().isCreated());
    }

    @Test
    void aBottlePassesTheStaffBeforeAStrangerFindsIt() throws Exception {
        String id = running(plan("BOTTLE", when(points(4), "FIRST")));
        String writer = Ids.next();
        String finder = Ids.next();
        join(id, writer, Map.of("message", "愿你一切都好", "pledge", "捐一本书")).andExpect(status().isCreated());
        assertThat(pointsOf(writer)).isEqualTo(4);
        refused(find(id, finder, "k"), 422, "no-bottle-afloat");

        ResultActions queue = ask(ADMIN + "/" + id + "/bottles", PUBLISHER);
        queue.andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].message").value("愿你一切都好"));
        String bottle = body(queue).path("items").get(0).path("id").asString();
        tell(ADMIN + "/" + id + "/bottles/" + bottle + "/approval", PUBLISHER, null)
                .andExpect(jsonPath("$.status").value("AFLOAT"));
        refused(
                tell(ADMIN + "/" + id + "/bottles/" + bottle + "/rejection", PUBLISHER, Map.of("reason", "迟了")),
                409,
                "illegal-state");

        find(id, finder, "k")
                .andExpect(jsonPath("$.message").value("愿你一切都好"))
                .andExpect(jsonPath("$.pledge").value("捐一本书"));
        refused(find(id, writer, "k"), 422, "no-bottle-afloat");
        find(id, finder, "k").andExpect(status().isOk());
        find(id, finder, "k2").andExpect(status().isOk());
        find(id, finder, "k3").andExpect(status().isOk());
        refused(find(id, finder, "k4"), 422, "campaign-no-more-today");
        refused(find(running(plan("DRAW", points(1))), finder, "k"), 404, "not-found");
    }

    @Test
    void aBottleThatIsSunkIsFoundByNobody() throws Exception {
        String id = running(plan("BOTTLE", points(1)));
        join(id, Ids.next(), Map.of("message", "来买六合彩吧")).andExpect(status().isCreated());
        ResultActions queue = ask(ADMIN + "/" + id + "/bottles", PUBLISHER);
        queue.andExpect(jsonPath("$.items[0].sensitiveWords[0]").value("六合彩"));
        String bottle = body(queue).path("items").get(0).path("id").asString();
        tell(ADMIN + "/" + id + "/bottles/" + bottle + "/rejection", PUBLISHER, Map.of("reason", "广告"))
                .andExpect(jsonPath("$.status").value("SUNK"));
        refused(find(id, Ids.next(), "k"), 422, "no-bottle-afloat");
        refused(join(id, Ids.next(), null), 400, "invalid-parameter");
    }

    @Test
    void everyFestivalMakesADraftThatCanBePublished() throws Exception {
        ResultActions all = ask(ADMIN + "/templates", PREPARER);
        all.andExpect(jsonPath("$.items.length()").value(4));
        Map<String, String> dates = Map.of(
                "from", clock.instant().minusSeconds(60).toString(),
                "until", clock.instant().plus(Duration.ofDays(9)).toString());
        for (var festival : body(all).path("items")) {
            ResultActions draft =
                    tell(ADMIN + "/templates/" + festival.path("code").asString() + "/drafts", PREPARER, dates);
            draft.andExpect(status().isCreated()).andExpect(jsonPath("$.status").value("DRAFT"));
            published(body(draft).path("id").asString());
        }
        refused(tell(ADMIN + "/templates/no-such/drafts", PREPARER, dates), 404, "not-found");
        refused(
                tell(
                        ADMIN + "/templates/mid-autumn/drafts",
                        PREPARER,
                        Map.of("from", dates.get("until"), "until", dates.get("from"))),
                400,
                "invalid-parameter");
    }

    private Map<String, Object> invitation() {
        Map<String, Object> form = plan(
                "INVITATION", with(points(3), "side", "GUEST"), with(when(points(20), "EVERY_NTH", 2), "side", "HOST"));
        form.put("perDay", 2);
        form.put("inAll", 10);
        return form;
    }

    private static Map<String, String> guestWith(String code) {
        return Map.of("code", code, "deviceId", "device-" + Ids.next());
    }

    private String codeOf(String id, String host) throws Exception {
        ResultActions asked = codeFor(id, host);
        asked.andExpect(status().isOk());
        return body(asked).path("code").asString();
    }

    private ResultActions codeFor(String id, String host) throws Exception {
        return tell(
                "/api/v1/campaigns/" + id + "/invitation-code",
                Callers.consumer(host),
                Map.of("deviceId", "device-of-" + host));
    }

    private ResultActions find(String id, String person, String key) throws Exception {
        return tell("/api/v1/campaigns/" + id + "/bottle-finds", Callers.consumer(person), key, null);
    }

    private void registered(String userId, Instant at) {
        UserRegistered registered = new UserRegistered(userId, "consumer");
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(registered).typeName(),
                "/user-service",
                userId,
                1,
                at,
                EventEnvelope.write(registered));
        kafka.send(Topics.USER, userId, envelope.toBytes()).join();
    }
}
