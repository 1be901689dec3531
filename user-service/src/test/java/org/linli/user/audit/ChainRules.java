package org.linli.user.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.user.audit.Verdict.Why;

/** Rule P-3: what is in the trail stays as it is, and whatever was done to it shows. */
class ChainRules {
    private static MongoClient client;

    private ChainRows rows;
    private AuditAnchors anchors;
    private AuditChain chain;
    private MongoCollection<Document> stored;

    @BeforeAll
    static void connect() {
        client = MongoClients.create(LocalStack.mongoUri("audit"));
    }

    @AfterAll
    static void leave() {
        client.close();
    }

    @BeforeEach
    void fresh() {
        MongoDatabase database = client.getDatabase("audit-" + Ids.next());
        rows = new ChainRows(database);
        rows.declareIndexes();
        anchors = new AuditAnchors(database);
        chain = new AuditChain(rows);
        stored = rows.collection();
    }

    private void append(String organisation, int from, int to) {
        chain.append(organisation, Rows.arrivals(organisation, from, to));
    }

    private Verdict verdict() {
        return new ChainVerifier(rows, anchors).verify(null, null);
    }

    private void anchor(String organisation) {
        anchors.write(organisation, rows.head(organisation), Rows.NOON);
    }

    private void broken(String organisation, long seq, Why why) {
        assertThat(verdict().firstBroken()).isEqualTo(new Verdict.Broken(organisation, seq, why));
    }

    private Document take(String organisation, long seq) {
        return stored.findOneAndDelete(Filters.eq("_id", AuditRow.id(organisation, seq)));
    }

    private void put(Document row, long seq, @Nullable Long written) {
        row.put("_id", AuditRow.id(row.getString("organisation"), seq));
        if (written != null) {
            row.put("seq", written);
        }
        stored.insertOne(row);
    }

    @Test
    void an_untouched_trail_is_right() {
        append("B01", 0, 2500);
        append("B02", 0, 3);
        anchor("B01");
        assertThat(verdict()).isEqualTo(new Verdict(2503, 2, null));
        assertThat(rows.head("B01").seq()).isEqualTo(2500);
    }

    @Test
    void what_is_read_is_what_was_written() {
        Arrival arrival = Rows.arrival("B01", "e1");
        chain.append("B01", List.of(arrival));
        AuditRow row = RowDocument.read(stored.find().first());
        assertThat(row.recorded()).isEqualTo(arrival.recorded());
        assertThat(row.previousHash()).isEqualTo(AuditRow.BEGINNING);
        assertThat(row.hash()).isEqualTo(CanonicalText.hashOf(row));
    }

    @Test
    void an_edited_row_is_named() {
        append("B01", 0, 10);
        stored.updateOne(Filters.eq("_id", AuditRow.id("B01", 4)), Updates.set("actor.subject", "s2"));
        broken("B01", 4, Why.EDITED);
    }

    @Test
    void a_row_that_is_no_row_any_more_is_named_as_edited() {
        append("B01", 0, 10);
        stored.updateOne(Filters.eq("_id", AuditRow.id("B01", 4)), Updates.unset("targetId"));
        broken("B01", 4, Why.EDITED);
    }

    @Test
    void an_edited_row_with_a_hash_that_fits_breaks_the_link_to_the_next() {
        append("B01", 0, 10);
        rehash(4);
        broken("B01", 4, Why.EDITED);
    }

    /** The whole rest computed anew: only the anchor knows. */
    @Test
    void an_edited_last_row_with_a_hash_that_fits_contradicts_the_anchor() {
        append("B01", 0, 10);
        anchor("B01");
        rehash(10);
        broken("B01", 10, Why.EDITED);
    }

    private void rehash(long seq) {
        String id = AuditRow.id("B01", seq);
        stored.updateOne(Filters.eq("_id", id), Updates.set("reason", "another"));
        AuditRow row = RowDocument.read(stored.find(Filters.eq("_id", id)).first());
        stored.updateOne(Filters.eq("_id", id), Updates.set("hash", CanonicalText.hashOf(row)));
    }

    @Test
    void a_removed_row_is_named() {
        append("B01", 0, 10);
        take("B01", 4);
        broken("B01", 4, Why.REMOVED);
    }

    @Test
    void a_removed_first_row_is_named() {
        append("B01", 0, 10);
        take("B01", 1);
        broken("B01", 1, Why.REMOVED);
    }

    @Test
    void a_row_removed_by_moving_the_others_up_is_named() {
        append("B01", 0, 6);
        take("B01", 4);
        put(take("B01", 5), 4, null);
        put(take("B01", 6), 5, null);
        broken("B01", 4, Why.REMOVED);
    }

    @Test
    void swapped_rows_are_named() {
        append("B01", 0, 10);
        Document fourth = take("B01", 4);
        put(take("B01", 5), 4, null);
        put(fourth, 5, null);
        broken("B01", 4, Why.SWAPPED);
    }

    @Test
    void swapped_rows_with_their_numbers_changed_are_named() {
        append("B01", 0, 10);
        Document fourth = take("B01", 4);
        put(take("B01", 7), 4, 4L);
        put(fourth, 7, 7L);
        broken("B01", 4, Why.SWAPPED);
    }

    @Test
    void a_cut_tail_is_named() {
        append("B01", 0, 10);
        anchor("B01");
        for (long seq = 8; seq <= 10; seq++) {
            take("B01", seq);
        }
        broken("B01", 8, Why.CUT);
    }

    @Test
    void a_chain_that_is_gone_altogether_is_named() {
        append("B01", 0, 2);
        anchor("B01");
        take("B01", 1);
        take("B01", 2);
        broken("B01", 1, Why.CUT);
    }

    @Test
    void verifying_from_a_day_begins_at_the_last_anchor_by_then() {
        append("B01", 0, 10);
        anchor("B01");
        append("B01", 10, 15);
        ChainVerifier verifier = new ChainVerifier(rows, anchors);
        assertThat(verifier.verify("B01", Rows.NOON)).isEqualTo(new Verdict(6, 1, null));
        assertThat(verifier.verify("B01", Rows.NOON.minusSeconds(1))).isEqualTo(new Verdict(15, 1, null));
        stored.updateOne(Filters.eq("_id", AuditRow.id("B01", 12)), Updates.set("reason", "another"));
        assertThat(verifier.verify("B01", Rows.NOON).firstBroken())
                .isEqualTo(new Verdict.Broken("B01", 12, Why.EDITED));
    }

    /** All chains, so many rows at a time, each part beginning where the one before ended. */
    private List<ChainVerifier.Part> parts(long mostRows) {
        ChainVerifier verifier = new ChainVerifier(rows, anchors);
        List<ChainVerifier.Part> parts = new ArrayList<>();
        ChainVerifier.Place next = null;
        do {
            parts.add(verifier.part(null, null, next, mostRows));
            next = parts.get(parts.size() - 1).next();
        } while (next != null);
        return parts;
    }

    private static ChainVerifier.Looked looked(String organisation, long rows, boolean complete) {
        return new ChainVerifier.Looked(organisation, rows, complete);
    }

    @Test
    void verifying_in_parts_looks_at_every_row_once() {
        append("B01", 0, 2500);
        append("B02", 0, 500);
        append("B03", 0, 1);
        anchor("B01");
        List<List<ChainVerifier.Looked>> looked =
                parts(1500).stream().map(ChainVerifier.Part::chains).toList();
        assertThat(looked)
                .containsExactly(
                        List.of(looked("B01", 1500, false)),
                        List.of(looked("B01", 1000, true), looked("B02", 500, true)),
                        List.of(looked("B03", 1, true)));
    }

    /** The row that breaks the chain is the first of a part, the last of one, and in between. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 5, 6, 9, 10, 11})
    void a_broken_row_is_named_wherever_the_parts_end(long seq) {
        append("B01", 0, 20);
        stored.updateOne(Filters.eq("_id", AuditRow.id("B01", seq)), Updates.set("reason", "another"));
        assertThat(lastOf(parts(5)).firstBroken()).isEqualTo(new Verdict.Broken("B01", seq, Why.EDITED));
    }

    private static ChainVerifier.Part lastOf(List<ChainVerifier.Part> parts) {
        return parts.get(parts.size() - 1);
    }

    @Test
    void a_row_removed_or_rewritten_right_between_two_parts_is_named() {
        append("B01", 0, 20);
        take("B01", 6);
        assertThat(lastOf(parts(5)).firstBroken()).isEqualTo(new Verdict.Broken("B01", 6, Why.REMOVED));
        stored.drop();
        append("B01", 0, 20);
        rehash(5);
        assertThat(lastOf(parts(5)).firstBroken()).isEqualTo(new Verdict.Broken("B01", 5, Why.EDITED));
    }

    @Test
    void a_row_slipped_in_between_two_parts_is_noticed() {
        append("B01", 0, 20);
        Document copy = stored.find(Filters.eq("_id", AuditRow.id("B01", 5))).first();
        copy.put("_id", AuditRow.id("B01", 5) + "x");
        copy.put("eventId", "slipped-in");
        stored.insertOne(copy);
        assertThat(lastOf(parts(5)).firstBroken()).isEqualTo(new Verdict.Broken("B01", 6, Why.EDITED));
    }

    @Test
    void a_tail_that_was_cut_off_where_a_part_ends_is_named() {
        append("B01", 0, 10);
        anchor("B01");
        for (long seq = 6; seq <= 10; seq++) {
            take("B01", seq);
        }
        assertThat(lastOf(parts(5)).firstBroken()).isEqualTo(new Verdict.Broken("B01", 6, Why.CUT));
    }

    @Test
    void many_writers_at_once_make_one_chain() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < 8; writer++) {
            int from = writer * 50;
            writing.add(writers.submit(() -> {
                for (int i = from; i < from + 50; i += 5) {
                    append("B01", i, i + 5);
                }
            }));
        }
        for (Future<?> each : writing) {
            each.get();
        }
        writers.shutdown();
        assertThat(verdict()).isEqualTo(new Verdict(400, 1, null));
    }

    @Test
    void the_same_events_at_once_make_one_row_each() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        List<Future<?>> writing = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            writing.add(writers.submit(() -> append("B01", 0, 60)));
        }
        for (Future<?> each : writing) {
            each.get();
        }
        writers.shutdown();
        assertThat(verdict()).isEqualTo(new Verdict(60, 1, null));
    }

    @Test
    void an_event_that_comes_again_is_no_second_row() {
        append("B01", 0, 5);
        assertThat(chain.append("B01", Rows.arrivals("B01", 0, 5)).added()).isZero();
        List<Arrival> twice = new ArrayList<>(Rows.arrivals("B01", 5, 7));
        twice.addAll(Rows.arrivals("B01", 5, 7));
        assertThat(chain.append("B01", twice).added()).isEqualTo(2);
        assertThat(verdict()).isEqualTo(new Verdict(7, 1, null));
    }

    @Test
    void the_same_event_id_of_another_service_is_another_row() {
        Arrival one = Rows.arrival("B01", "e1");
        chain.append("B01", List.of(one, new Arrival("e1", "/loan-service", one.recorded())));
        assertThat(rows.head("B01").seq()).isEqualTo(2);
    }

    @Test
    void events_out_of_order_make_a_chain_in_the_order_of_arrival() {
        List<Arrival> backwards = new ArrayList<>(Rows.arrivals("B01", 0, 20));
        Collections.reverse(backwards);
        chain.append("B01", backwards);
        append("B01", 0, 25);
        assertThat(verdict()).isEqualTo(new Verdict(25, 1, null));
    }

    /** Killed after a part was inserted and before the offset was committed: everything comes again. */
    @Test
    void what_a_dead_consumer_left_is_completed_by_the_next() {
        append("B01", 0, 3);
        append("B01", 0, 10);
        assertThat(verdict()).isEqualTo(new Verdict(10, 1, null));
    }
}
