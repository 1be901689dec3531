package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Topics;
import org.linli.events.UserEvent;
import org.linli.loan.CreditWorld;
import org.linli.loan.Http;
import org.linli.loan.RunningService;
import org.linli.loan.Tokens;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.kafka.core.KafkaOperations;

/** Rule P-4: words of people are sealed; whoever asks to be forgotten is, as far as the law lets the bank forget. */
class ForgettingHttpTest extends RunningService {
    private static final String CASES = "/api/v1/loan-applications/";
    private static final String ADMIN = "/api/v1/admin/loan-applications/";

    private final String branch = "F" + Ids.next();
    private final String path = "/hq/" + branch + "/";
    private final String manager = Tokens.staff("ACCOUNT_MANAGER", path, "manager-" + branch, Map.of());
    private final String head = Tokens.staff("BRANCH_HEAD", branch, path);
    private final String person = "person-" + Ids.next();
    private String merchant = "";

    @Autowired
    private MongoOperations mongo;

    @Autowired
    private KafkaOperations<String, byte[]> kafka;

    @Autowired
    private Forgetting forgetting;

    @Test
    void what_people_say_lies_in_no_collection_in_clear_and_is_read_as_it_was_said() {
        String id = talkedAbout();
        draft();
        for (String words : new String[] {"目的甲乙", "问题甲乙", "答复甲乙", "投诉甲乙", "草稿甲乙", "具名甲乙", "处理甲乙"}) {
            assertThat(places(words)).as(words).isEmpty();
        }
        Http.Answer shown = http.get(CASES + id, owner());
        assertThat(shown.text("purpose")).isEqualTo("目的甲乙");
        assertThat(shown.body().path("responsible").path("name").asString()).isEqualTo("具名甲乙");
        assertThat(http.get(CASES + id + "/complaints", owner()).each("items", "text"))
                .containsExactly("投诉甲乙");
        assertThat(http.get(CASES + id + "/complaints", owner()).each("items", "answer"))
                .containsExactly("处理甲乙");
    }

    @Test
    void what_was_stored_in_clear_before_is_read_and_sealed_with_the_next_change() {
        String id = talkedAbout();
        mongo.getCollection(LoanApplication.COLLECTION)
                .updateOne(Filters.eq(id), com.mongodb.client.model.Updates.set("submission.purpose", "旧的明文"));
        assertThat(http.get(CASES + id, owner()).text("purpose")).isEqualTo("旧的明文");
        http.post(CASES + id + "/withdrawal", owner(), "");
        assertThat(places("旧的明文")).isEmpty();
        assertThat(http.get(CASES + id, owner()).text("purpose")).isEqualTo("旧的明文");
    }

    @Test
    void a_case_without_a_loan_loses_its_words_and_keeps_what_was_decided() {
        new CreditWorld().consents().isClean();
        String id = talkedAbout();
        http.post(ADMIN + id + "/credit-report", head, "");
        draft();
        http.post(CASES + id + "/withdrawal", owner(), "");
        erase();
        erase();
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(http.get(CASES + id, owner()).text("purpose"))
                        .isEmpty());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(mongo.getCollection("credit_checks")
                                .find(Filters.eq(id))
                                .first()
                                .containsKey("rawSealed"))
                        .isFalse());
        assertThat(http.get(CASES + id + "/complaints", owner()).each("items", "state"))
                .containsExactly("FORGOTTEN");
        assertThat(http.get(CASES + id + "/complaints", owner()).each("items", "text"))
                .containsExactly("");
        assertThat(http.get(ADMIN.replace("loan-applications/", "loan-visits"), manager)
                        .each("items", "draftId"))
                .isEmpty();
        assertThat(http.get(CASES + id, owner()).text("stage")).isEqualTo("WITHDRAWN");
        assertThat(stored(id).toString()).as("the amount stays").contains("5000000");
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 0);
    }

    @Test
    void an_open_case_keeps_its_words_until_it_ended() {
        String id = talkedAbout();
        erase();
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting() == 1);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(
                                http.get(CASES + id + "/complaints", owner()).each("items", "text"))
                        .containsExactly(""));
        assertThat(http.get(CASES + id, owner()).text("purpose")).isEqualTo("目的甲乙");
        http.post(CASES + id + "/withdrawal", owner(), "");
        forgetting.again();
        assertThat(http.get(CASES + id, owner()).text("purpose")).isEmpty();
        assertThat(waiting()).isZero();
    }

    @Test
    void somebody_unknown_is_no_trouble() {
        forgetting.forget("nobody-" + person);
        assertThat(mongo.getCollection("loan_people_to_forget").countDocuments(Filters.eq("nobody-" + person)))
                .isZero();
    }

    private String talkedAbout() {
        merchant = merchantOf(branch, "APPROVED");
        String id = http.apply(owner(), goodApplication().replace("进货", "目的甲乙")).text("id");
        http.post(ADMIN + id + "/assignment", head, "{\"staffId\":\"manager-%s\",\"name\":\"具名甲乙\"}".formatted(branch));
        http.post(ADMIN + id + "/questions", manager, "{\"text\":\"问题甲乙\"}");
        http.post(CASES + id + "/answers", owner(), "{\"text\":\"答复甲乙\"}");
        String complaint = http.post(CASES + id + "/complaints", owner(), "{\"text\":\"投诉甲乙\"}")
                .text("id");
        String supervisor = Tokens.staff("SERVICE_SUPERVISOR", "hq", "/hq/");
        http.post("/api/v1/admin/loan-complaints/" + complaint + "/answer", supervisor, "{\"text\":\"处理甲乙\"}");
        return id;
    }

    private void draft() {
        http.put("/api/v1/admin/loan-visits/device-" + branch, manager, """
                {"merchantId":"%s","purpose":"草稿甲乙"}""".formatted(merchant));
    }

    private String owner() {
        return Tokens.owner(person, merchant);
    }

    private Object stored(String id) {
        return mongo.getCollection(LoanApplication.COLLECTION)
                .find(Filters.eq(id))
                .first();
    }

    private long waiting() {
        Bson who = Filters.eq(person);
        return mongo.getCollection("loan_people_to_forget").countDocuments(who);
    }

    /** Collections of which a document has these words, outboxes and audit rows included. */
    private java.util.List<String> places(String words) {
        java.util.List<String> places = new java.util.ArrayList<>();
        mongo.getCollectionNames()
                .forEach(name -> mongo.getCollection(name).find().forEach(document -> {
                    if (document.toJson().contains(words)) {
                        places.add(name);
                    }
                }));
        return places;
    }

    private void erase() {
        UserEvent.Erased erased = new UserEvent.Erased(person, Instant.now());
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(erased).typeName(),
                "/user-service",
                person,
                9,
                Instant.now(),
                EventEnvelope.write(erased));
        kafka.send(Topics.USER, person, envelope.toBytes()).join();
    }
}
