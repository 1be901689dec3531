package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.linli.events.BranchEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.EventType;
import org.linli.events.Place;
import org.linli.events.Topics;
import org.linli.merchant.Callers;
import org.linli.merchant.HttpTest;
import org.linli.merchant.branch.Attaching;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.starter.Ids;
import org.linli.starter.web.DependencyUnavailableException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.http.MediaType;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.test.web.servlet.ResultActions;

/** A branch that closes leaves no merchant behind, whoever comes at the same moment and whoever dies on the way (rule M-1). */
class BranchClosingHttpTest extends HttpTest {
    private static final double LNG = 140;
    private static double nextLat = -60;

    @Autowired
    Attaching attaching;

    @Autowired
    Branches branches;

    @Autowired
    Merchants merchants;

    @Autowired
    MongoTemplate template;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    private final String branchId = "BC" + Ids.next();
    private final double lat = nextLat++;

    @BeforeEach
    void anOpenBranch() {
        BranchEvent event = new BranchEvent.Opened(new BranchEvent.State(
                branchId, "支行", "某路1号", "/hq/" + branchId + "/", new Place(lat, LNG), 2_500, false));
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(),
                EventType.of(event).typeName(),
                "/user-service",
                branchId,
                1,
                Instant.now(),
                EventEnvelope.write(event));
        kafka.send(Topics.BRANCH, branchId, envelope.toBytes()).join();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> branches.open(branchId).isPresent());
    }

    @Test
    void aBranchWithoutMerchantsLetsNobodyInUntilItIsClearWhetherItCloses() throws Exception {
        assertThat(leaving()).isZero();
        apply().andExpect(status().isServiceUnavailable());
        assertThat(leaving()).isZero();
        clock.skip(Duration.ofSeconds(61));
        apply().andExpect(status().isCreated()).andExpect(jsonPath("$.branchId").value(branchId));
    }

    @Test
    void oneThatHasMerchantsGoesOnLettingThemIn() throws Exception {
        apply().andExpect(status().isCreated());
        assertThat(leaving()).isOne();
        apply().andExpect(status().isCreated());
        assertThat(leaving()).isEqualTo(2);
    }

    @Test
    void whoIsOnTheWayCountsAlreadyAlsoWhenTheyDieThere() throws Exception {
        List<Attachment> there = List.of(branches.open(branchId).orElseThrow());
        attaching.during(there, () -> {
            assertThat(leaving()).isOne();
            return null;
        });
        assertThat(leaving()).isZero();
        clock.skip(Duration.ofSeconds(61));
        died(there);
        assertThat(leaving()).isOne();
        clock.skip(Duration.ofMinutes(11));
        assertThat(leaving()).isZero();
    }

    /** The note stays where a process is killed after it; here by taking back what was struck out. */
    private void died(List<Attachment> there) {
        assertThatThrownBy(() -> attaching.during(there, () -> {
                    throw new Killed();
                }))
                .isInstanceOf(Killed.class);
        template.updateFirst(
                Query.query(Criteria.where("_id").is(branchId)),
                new Update().push("arrivals", Map.of("what", "dead", "since", clock.instant())),
                "branch_doors");
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void handAndImportAndMovesComeThroughTheSameDoor() throws Exception {
        String inPool = body(tell("/api/v1/merchants", Callers.applicant(Ids.next()), at(lat + 0.5)))
                .path("id")
                .asString();
        assertThat(leaving()).isZero();
        refused(
                tell(
                        "/api/v1/admin/merchants/" + inPool + "/assignment",
                        Callers.staff("ADMINISTRATOR", "/hq/"),
                        Map.of("branchId", branchId)),
                503,
                "dependency-unavailable");
        List<Attachment> there = List.of(branches.open(branchId).orElseThrow());
        assertThatThrownBy(() -> attaching.during(there, () -> null))
                .isInstanceOf(DependencyUnavailableException.class);
        mvc.perform(put("/api/v1/merchants/mine")
                        .with(Callers.owner(inPool))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json.writeValueAsString(withoutLicence(at(lat)))))
                .andExpect(status().isServiceUnavailable());
        assertThat(merchants.countBelow("/hq/" + branchId + "/")).isZero();
    }

    @Test
    void whateverComesWhileItIsAskedNobodyIsThereWhenNothingWasLeft() throws Exception {
        ExecutorService others = Executors.newFixedThreadPool(6);
        try {
            for (int round = 0; round < 10; round++) {
                List<Callable<Long>> all = new ArrayList<>();
                all.add(this::leaving);
                for (int i = 0; i < 5; i++) {
                    all.add(() -> {
                        int answer = apply().andReturn().getResponse().getStatus();
                        assertThat(answer).isIn(201, 503);
                        return -1L;
                    });
                }
                List<Future<Long>> done = others.invokeAll(all);
                for (Future<Long> one : done) {
                    one.get();
                }
                long left = done.get(0).get();
                if (left == 0) {
                    assertThat(merchants.countBelow("/hq/" + branchId + "/")).isZero();
                    clock.skip(Duration.ofSeconds(61));
                } else {
                    return;
                }
            }
        } finally {
            others.shutdownNow();
        }
    }

    @Test
    void onlyUserServiceMayAsk() throws Exception {
        String path = "/internal/v1/organisations/" + branchId + "/merchants/leaving";
        refused(tell(path, Callers.service(), null), 403, "forbidden");
        refused(tell(path, Callers.staff("ADMINISTRATOR", "/hq/"), null), 403, "forbidden");
        refused(
                tell(path.replace(branchId, "a.b"), Callers.ofRole("service:user-service"), null),
                400,
                "invalid-parameter");
    }

    private ResultActions apply() throws Exception {
        return tell("/api/v1/merchants", Callers.applicant(Ids.next()), at(lat));
    }

    private static Map<String, Object> at(double lat) {
        Map<String, Object> form = application();
        form.put("point", Map.of("lat", lat, "lng", LNG));
        return form;
    }

    private static Map<String, Object> withoutLicence(Map<String, Object> form) {
        form.remove("licenceNumber");
        return form;
    }

    private long leaving() {
        try {
            return body(tell(
                                    "/internal/v1/organisations/" + branchId + "/merchants/leaving",
                                    Callers.ofRole("service:user-service"),
                                    null)
                            .andExpect(status().isOk()))
                    .path("count")
                    .asLong();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
