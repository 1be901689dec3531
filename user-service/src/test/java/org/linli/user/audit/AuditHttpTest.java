package org.linli.user.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.events.AuditRecorded;
import org.linli.events.EventEnvelope;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.web.Cursor;
import org.linli.user.HttpTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.ResultActions;
import tools.jackson.databind.JsonNode;

/** Reading, taking along, verifying and looking after the trail, from the change to the row (rules P-1, P-3). */
class AuditHttpTest extends HttpTest {
    private static final String TRAIL = "/api/v1/admin/audit-trail";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    AuditNotes notes;

    @Autowired
    AuditChain chain;

    @Autowired
    ChainRows rows;

    @Autowired
    KafkaOperations<String, byte[]> kafka;

    private String auditor() {
        return staff("AUDITOR", "hq", "/hq/");
    }

    private String head(String branch) {
        return staff("BRANCH_HEAD", branch, "/hq/" + branch + "/");
    }

    private JsonNode items(String query, String token) throws Exception {
        return body(ask(TRAIL + query, token).andExpect(status().isOk())).path("items");
    }

    private JsonNode awaitRow(String query) {
        await().atMost(PATIENCE).until(() -> items(query, auditor()).size() > 0);
        try {
            return items(query, auditor()).get(0);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Rows of a branch of its own. */
    private String branchWithRows(int count) {
        String branch = "B" + Ids.next();
        chain.append(branch, Rows.arrivals(branch, 0, count));
        return branch;
    }

    @Test
    void a_change_over_http_becomes_a_row_with_author_difference_and_request() throws Exception {
        String branch = openBranch(30, 120);
        String administrator = Ids.next();
        Map<String, Object> form = branch(null, 30, 120);
        form.put("radiusMeters", 3000);
        send(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(
                                        "/api/v1/admin/branches/" + branch)
                                .header("X-Request-Id", "request-" + branch),
                        staff(administrator, "ADMINISTRATOR", "hq", "/hq/"),
                        form)
                .andExpect(status().isOk());
        JsonNode row = awaitRow("?targetType=branch&action=branch-moved&targetId=" + branch);
        assertThat(row.path("actor").path("subject").asString()).isEqualTo(administrator);
        assertThat(row.path("actor").path("roles").get(0).asString()).isEqualTo("ADMINISTRATOR");
        assertThat(row.path("before").path("radiusMeters").asString()).isEqualTo("2500");
        assertThat(row.path("after").path("radiusMeters").asString()).isEqualTo("3000");
        assertThat(row.path("requestId").asString()).isEqualTo("request-" + branch);
        assertThat(row.path("organisation").asString()).isEqualTo(branch);
        assertThat(row.path("source").asString()).isEqualTo("/user-service");
        tell(TRAIL + "/verification", auditor(), Map.of("organisation", branch))
                .andExpect(jsonPath("$.ok").value(true))
                .andExpect(jsonPath("$.rows").value(2))
                .andExpect(jsonPath("$.firstBroken").doesNotExist());
    }

    /** Who saw this customer's phone number, when and why. */
    @Test
    void reveals_of_a_customer_are_found_with_their_reasons() throws Exception {
        String customer = Ids.next();
        String branch = "B" + Ids.next();
        notes.write(
                "customer-revealed",
                customer,
                AuditView.of("customer", "/hq/" + branch + "/")
                        .with("field", "phone")
                        .because("repayment reminder"));
        String query = "?targetType=customer&action=customer-revealed&targetId=" + customer;
        String from = "&from=" + clock.instant().minusSeconds(600).truncatedTo(ChronoUnit.SECONDS);
        JsonNode row = awaitRow(query + from);
        assertThat(row.path("reason").asString()).isEqualTo("repayment reminder");
        assertThat(row.path("after").path("field").asString()).isEqualTo("phone");
        assertThat(row.path("actor").path("subject").asString()).isNotEmpty();
        assertThat(items(query + from + "&to=" + clock.instant().minusSeconds(300), auditor()))
                .isEmpty();
    }

    @Test
    void a_branch_head_sees_nothing_of_another_branch() throws Exception {
        String mine = branchWithRows(2);
        String others = branchWithRows(3);
        assertThat(items("", head(mine))).hasSize(2);
        assertThat(items("?organisation=" + others, head(mine))).isEmpty();
        refused(ask(TRAIL + "/" + AuditRow.id(others, 1), head(mine)), 404, "not-found");
        ask(TRAIL + "/" + AuditRow.id(mine, 1), head(mine)).andExpect(status().isOk());
        ask(TRAIL + "/statistics", head(mine))
                .andExpect(jsonPath("$.items[0].rows").value(2));
        String table = export("csv", "", head(mine));
        assertThat(table).contains(mine).doesNotContain(others);
        refused(tell(TRAIL + "/verification", head(mine), null), 403, "forbidden");
        String administrator = staff("ADMINISTRATOR", mine, "/hq/" + mine + "/");
        refused(tell(TRAIL + "/verification", administrator, null), 403, "forbidden");
        refused(tell(TRAIL + "/verification", administrator, Map.of("organisation", others)), 403, "forbidden");
        tell(TRAIL + "/verification", administrator, Map.of("organisation", mine))
                .andExpect(status().isOk());
        refused(ask(TRAIL + "/dead-letters", administrator), 403, "forbidden");
    }

    @Test
    void pages_go_from_the_newest_to_the_oldest_without_repeating() throws Exception {
        String branch = branchWithRows(5);
        JsonNode first = body(ask(TRAIL + "?size=3&organisation=" + branch, auditor()));
        JsonNode second = body(ask(
                TRAIL + "?size=3&organisation=" + branch + "&after="
                        + first.path("next").asString(),
                auditor()));
        assertThat(IntStream.range(0, 3)
                        .map(i -> first.path("items").get(i).path("seq").asInt()))
                .containsExactly(5, 4, 3);
        assertThat(second.path("items")).hasSize(2);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void each_filter_narrows_the_search() throws Exception {
        String only = "?organisation=" + branchWithRows(1);
        for (String filter : List.of(
                "actor=s1",
                "action=merchant-approved",
                "targetType=merchant",
                "targetId=m1",
                "requestId=r1",
                "q=PAPERS",
                "from=2026-03-05T04:00:00Z",
                "to=2026-03-05T04:00:01Z")) {
            assertThat(items(only + "&" + filter, auditor())).as(filter).hasSize(1);
        }
        for (String filter : List.of(
                "actor=s2",
                "action=x",
                "targetType=x",
                "targetId=x",
                "requestId=x",
                "q=.*",
                "from=2026-03-05T04:00:01Z",
                "to=2026-03-05T04:00:00Z")) {
            assertThat(items(only + "&" + filter, auditor())).as(filter).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?size=0",
                "?size=101",
                "?after=x",
                "?from=yesterday",
                "?from=2026-03-05T04:00:00Z&to=2026-03-05T04:00:00Z",
                "/export",
                "/export?format=pdf"
            })
    void a_bad_question_is_refused(String query) throws Exception {
        refused(ask(TRAIL + query, auditor()), 400, "invalid-parameter");
    }

    @Test
    void statistics_count_by_the_banks_day_and_action() throws Exception {
        String branch = "B" + Ids.next();
        AuditRecorded noon = Rows.recorded(branch);
        AuditRecorded afterMidnight = new AuditRecorded(
                branch,
                noon.organisationPath(),
                Instant.parse("2026-03-05T16:00:00Z"),
                noon.actor(),
                noon.action(),
                noon.targetType(),
                noon.targetId(),
                Map.of(),
                Map.of(),
                null,
                null);
        chain.append(
                branch,
                List.of(
                        new Arrival("1", "/x", noon),
                        new Arrival("2", "/x", noon),
                        new Arrival("3", "/x", afterMidnight)));
        ask(TRAIL + "/statistics?organisation=" + branch, auditor())
                .andExpect(jsonPath("$.items[0].day").value("2026-03-06"))
                .andExpect(jsonPath("$.items[0].rows").value(1))
                .andExpect(jsonPath("$.items[1].day").value("2026-03-05"))
                .andExpect(jsonPath("$.items[1].action").value("merchant-approved"))
                .andExpect(jsonPath("$.items[1].rows").value(2));
    }

    private String export(String format, String more, String token) throws Exception {
        return ask(TRAIL + "/export?format=" + format + more, token)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void an_export_leaves_a_row_and_cells_are_no_formulas() throws Exception {
        String branch = "B" + Ids.next();
        AuditRecorded row = Rows.recorded(branch);
        AuditRecorded evil = new AuditRecorded(
                branch,
                row.organisationPath(),
                row.at(),
                row.actor(),
                row.action(),
                row.targetType(),
                "=1+1",
                Map.of(),
                Map.of(),
                "@x",
                null);
        chain.append(branch, List.of(new Arrival("1", "/x", evil)));
        String table = export("csv", "&organisation=" + branch, auditor());
        assertThat(table).startsWith("\ufefforganisation,seq,").contains(",'=1+1,", ",'@x,");
        JsonNode left = awaitRow("?action=audit-trail-exported&q=" + branch);
        assertThat(left.path("after").path("format").asString()).isEqualTo("csv");
    }

    @Test
    void an_export_as_a_workbook_has_the_rows() throws Exception {
        String branch = branchWithRows(1200);
        byte[] book = ask(TRAIL + "/export?format=xlsx&organisation=" + branch, auditor())
                .andExpect(status().isOk())
                .andExpect(header().string("X-Export-Cut", "false"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        Path file = Files.createTempFile("audit", ".xlsx");
        Files.write(file, book);
        String sheet;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            sheet = new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
                    StandardCharsets.UTF_8);
        } finally {
            Files.delete(file);
        }
        assertThat(sheet.split("<row ", -1)).hasSize(1 + 1 + 1200);
        assertThat(sheet).contains("merchant-approved").doesNotContain("<f>");
    }

    private static List<Path> filesLeft() throws Exception {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith(AuditExportController.FILE))
                    .toList();
        }
    }

    /** The tests' limit is 1500 rows. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void an_export_of_too_many_rows_says_so_in_header_and_file(String format) throws Exception {
        String branch = branchWithRows(1501);
        MockHttpServletResponse answer = ask(TRAIL + "/export?format=" + format + "&organisation=" + branch, auditor())
                .andExpect(status().isOk())
                .andExpect(header().string("X-Export-Cut", "true"))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentLengthLong()).isEqualTo(answer.getContentAsByteArray().length);
        if (format.equals("csv")) {
            String[] lines = answer.getContentAsString(StandardCharsets.UTF_8).split("\r\n");
            assertThat(lines).hasSize(1 + 1500 + 1);
            assertThat(lines[1501]).contains("1,500");
        }
        JsonNode left = awaitRow("?action=audit-trail-exported&q=" + branch);
        assertThat(left.path("after").path("cut").asString()).isEqualTo("true");
        await().atMost(PATIENCE).until(() -> filesLeft().isEmpty());
    }

    @Test
    void as_many_rows_as_allowed_are_not_cut() throws Exception {
        String branch = branchWithRows(1500);
        ask(TRAIL + "/export?format=csv&organisation=" + branch, auditor())
                .andExpect(header().string("X-Export-Cut", "false"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void an_export_that_fails_midway_is_a_problem_and_no_table(String format) throws Exception {
        String branch = branchWithRows(700);
        String row = AuditRow.id(branch, 10); // one of the last to be written: newest first
        rows.collection().updateOne(Filters.eq("_id", row), Updates.unset("targetId"));
        ResultActions answer = ask(TRAIL + "/export?format=" + format + "&organisation=" + branch, auditor())
                .andExpect(header().doesNotExist("Content-Disposition"))
                .andExpect(header().doesNotExist("X-Export-Cut"));
        refused(answer, 409, "audit-row-unreadable");
        await().atMost(PATIENCE).until(() -> filesLeft().isEmpty());
        rows.collection().deleteMany(Filters.eq("organisation", branch));
    }

    @Test
    void a_long_chain_is_verified_part_by_part() throws Exception {
        String branch = branchWithRows(2300);
        List<Integer> parts = new ArrayList<>();
        String next = null;
        do {
            Map<String, Object> question =
                    next == null ? Map.of("organisation", branch) : Map.of("organisation", branch, "after", next);
            JsonNode answer =
                    body(tell(TRAIL + "/verification", auditor(), question).andExpect(status().isOk()));
            assertThat(answer.path("ok").asBoolean()).isTrue();
            parts.add(answer.path("rows").asInt());
            next = answer.path("next").asString(null);
            assertThat(answer.path("looked").get(0).path("complete").asBoolean())
                    .isEqualTo(next == null);
        } while (next != null);
        assertThat(parts).containsExactly(1000, 1000, 300);
    }

    @Test
    void where_to_go_on_is_only_what_an_answer_about_the_same_chain_said() throws Exception {
        String branch = branchWithRows(1001);
        String next = body(tell(TRAIL + "/verification", auditor(), Map.of("organisation", branch)))
                .path("next")
                .asString();
        String other = branchWithRows(1);
        for (Map<String, Object> question : List.<Map<String, Object>>of(
                Map.of("organisation", other, "after", next),
                Map.of("organisation", branch, "after", "nonsense"),
                Map.of("organisation", branch, "after", Cursor.of(branch, "-1", "x")))) {
            refused(tell(TRAIL + "/verification", auditor(), question), 400, "invalid-parameter");
        }
        String administrator = staff("ADMINISTRATOR", other, "/hq/" + other + "/");
        refused(tell(TRAIL + "/verification", administrator, Map.of("after", next)), 403, "forbidden");
    }

    @Test
    void a_broken_chain_is_named() throws Exception {
        String branch = branchWithRows(5);
        rows.collection().updateOne(Filters.eq("_id", AuditRow.id(branch, 3)), Updates.set("reason", "another"));
        tell(TRAIL + "/verification", auditor(), Map.of("organisation", branch))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.ok").value(false))
                .andExpect(jsonPath("$.chains").value(1))
                .andExpect(jsonPath("$.firstBroken.organisation").value(branch))
                .andExpect(jsonPath("$.firstBroken.seq").value(3))
                .andExpect(jsonPath("$.firstBroken.why").value("edited"));
        rows.collection().deleteMany(Filters.eq("organisation", branch));
        refused(tell(TRAIL + "/verification", auditor(), Map.of("organisation", "../x")), 400, "invalid-parameter");
    }

    private JsonNode letterOf(String topic) throws Exception {
        for (JsonNode letter : body(ask(TRAIL + "/dead-letters", auditor())).path("items")) {
            if (letter.path("originalTopic").asString("").equals(topic)) {
                return letter;
            }
        }
        return null;
    }

    @Test
    void a_record_that_is_no_row_is_listed_and_stops_no_other() throws Exception {
        String branch = "B" + Ids.next();
        kafka.send("loan.audit.v1", branch, "{broken".getBytes(StandardCharsets.UTF_8));
        AuditRecorded good = Rows.recorded(branch);
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(), "audit-recorded", "/loan-service", "l1", 0, good.at(), EventEnvelope.write(good));
        kafka.send("loan.audit.v1", branch, envelope.toBytes());
        awaitRow("?organisation=" + branch);
        await().atMost(PATIENCE).until(() -> letterOf("loan.audit.v1") != null);
        JsonNode letter = letterOf("loan.audit.v1");
        assertThat(letter.path("cause").asString()).endsWith("JsonParseException");
        assertThat(letter.path("originalTopic").asString()).isEqualTo("loan.audit.v1");
        Map<String, Object> place = Map.of(
                "topic", letter.path("topic").asString(),
                "partition", letter.path("partition").asInt(),
                "offset", letter.path("offset").asLong());
        refused(tell(TRAIL + "/dead-letters/replay", auditor(), place), 403, "forbidden");
        refused(tell(TRAIL + "/dead-letters/replay", administrator(), place), 422, "dead-letter-malformed");
    }

    @Test
    void a_dead_letter_is_replayed_once() throws Exception {
        String branch = "B" + Ids.next();
        AuditRecorded good = Rows.recorded(branch);
        EventEnvelope envelope = new EventEnvelope(
                Ids.next(), "audit-recorded", "/loan-service", "l1", 0, good.at(), EventEnvelope.write(good));
        var sent = kafka.send("wechat.audit.v1.dlt", branch, envelope.toBytes())
                .get()
                .getRecordMetadata();
        Map<String, Object> place =
                Map.of("topic", sent.topic(), "partition", sent.partition(), "offset", sent.offset());
        tell(TRAIL + "/dead-letters/replay", administrator(), place)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.appended").value(true));
        tell(TRAIL + "/dead-letters/replay", administrator(), place)
                .andExpect(jsonPath("$.appended").value(false));
        assertThat(items("?organisation=" + branch, auditor())).hasSize(1);
        refused(
                tell(
                        TRAIL + "/dead-letters/replay",
                        administrator(),
                        Map.of("topic", "user.user.v1.dlt", "partition", 0, "offset", 0)),
                404,
                "not-found");
        refused(
                tell(
                        TRAIL + "/dead-letters/replay",
                        administrator(),
                        Map.of("topic", sent.topic(), "partition", 0, "offset", 999_999)),
                404,
                "not-found");
        refused(
                tell(TRAIL + "/dead-letters/replay", administrator(), Map.of("topic", "", "partition", 0, "offset", 0)),
                400,
                "invalid-parameter");
    }

    @Test
    void who_may_not_call_is_told_so() throws Exception {
        for (String path : List.of("", "/B01:1", "/statistics", "/export?format=csv", "/dead-letters")) {
            refused(ask(TRAIL + path, null), 401, "unauthenticated");
            refused(ask(TRAIL + path, consumer()), 403, "forbidden");
        }
        refused(send(post(TRAIL + "/verification"), null, "{broken"), 401, "unauthenticated");
        refused(send(post(TRAIL + "/verification"), consumer(), "{broken"), 403, "forbidden");
        refused(send(post(TRAIL + "/dead-letters/replay"), consumer(), "{broken"), 403, "forbidden");
    }
}
