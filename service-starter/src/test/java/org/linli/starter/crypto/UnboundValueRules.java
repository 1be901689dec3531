package org.linli.starter.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** Rule P-4: a re-wrapping run writes anew what is not bound to its place yet, and touches nothing else. */
class UnboundValueRules {
    private final MongoTemplate store = Keys.emptyStore();
    private final EnvironmentKeys wrapping = Keys.aes("k1");
    private final FieldCipher cipher =
            new FieldCipher(new DataKeys(store, wrapping, Keys.settings(Algorithm.A256GCM, 1_000), Keys.NOW), true);
    private final SealedField name = cipher.field("people", "name");
    private final SealedField phone = cipher.field("people", "contact.phone");
    private final SealedField guests = cipher.field("people", "guests.phone");

    private String old(String text) {
        return Keys.unbound(store, wrapping, text);
    }

    private Document person(String id) {
        return new Document("_id", id)
                .append("name", old("name of " + id))
                .append("contact", new Document("phone", old("phone of " + id)).append("city", "Hangzhou"))
                .append(
                        "guests",
                        List.of(
                                new Document("_id", "g1").append("phone", old("first guest")),
                                new Document("_id", "g2").append("phone", old("second guest"))));
    }

    private Document stored(String id) {
        return store.findById(id, Document.class, "people");
    }

    private Rewrapping.Progress run() {
        Rewrapping rewrapping = new Rewrapping(store, wrapping, cipher, Keys.NOW);
        assertThat(rewrapping.start()).isTrue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> !rewrapping.progress().running());
        return rewrapping.progress();
    }

    @Test
    void every_value_is_bound_to_its_field_and_owner_also_those_in_lists() {
        store.insert(person("p1"), "people");
        store.insert(person("p2"), "people");
        assertThat(run()).isEqualTo(new Rewrapping.Progress(2, 2, 0, false));
        Document after = stored("p2");
        assertThat(after.toJson()).doesNotContain("e1:A256GCM:").contains("e2:").contains("Hangzhou");
        assertThat(name.decrypt("p2", after.getString("name"))).isEqualTo("name of p2");
        assertThat(phone.decrypt("p2", after.get("contact", Document.class).getString("phone")))
                .isEqualTo("phone of p2");
        Document guest = after.getList("guests", Document.class).get(1);
        assertThat(guests.decrypt("p2/g2", guest.getString("phone"))).isEqualTo("second guest");
    }

    @Test
    void more_than_a_page_is_done_and_a_second_run_finds_nothing() {
        store.insert(
                IntStream.range(0, 250)
                        .mapToObj(i -> new Document("_id", "p" + i).append("name", old("x")))
                        .toList(),
                "people");
        assertThat(run()).isEqualTo(new Rewrapping.Progress(250, 250, 0, false));
        assertThat(run()).isEqualTo(new Rewrapping.Progress(0, 0, 0, false));
    }

    @Test
    void a_bound_value_and_a_document_without_any_are_left_alone() {
        String bound = name.encrypt("p1", "Li");
        store.insert(new Document("_id", "p1").append("name", bound).append("version", 3L), "people");
        store.insert(new Document("_id", "p2").append("name", ""), "people");
        assertThat(run().total()).isZero();
        assertThat(stored("p1")).containsEntry("name", bound).containsEntry("version", 3L);
    }

    /** Otherwise whoever read the document before could write the old values back. */
    @Test
    void the_version_goes_up_where_there_is_one() {
        store.insert(person("p1").append("version", 3L), "people");
        store.insert(person("p2"), "people");
        run();
        assertThat(stored("p1")).containsEntry("version", 4L);
        assertThat(stored("p2")).doesNotContainKey("version");
    }

    @Test
    void a_value_that_nobody_can_read_stays_and_hinders_none_beside_it() {
        store.insert(person("p1").append("name", "e1:A256GCM:lost:AAAA"), "people");
        store.insert(person("p2"), "people");
        assertThat(run()).isEqualTo(new Rewrapping.Progress(2, 1, 1, false));
        Document after = stored("p1");
        assertThat(after).containsEntry("name", "e1:A256GCM:lost:AAAA");
        assertThat(after.get("contact", Document.class).getString("phone")).startsWith("e2:");
    }

    @Test
    void someone_who_changes_the_document_meanwhile_is_not_overwritten() {
        store.insert(person("p1"), "people");
        String mine = name.encrypt("p1", "changed meanwhile");
        MongoTemplate slow = new MongoTemplate(store.getMongoDatabaseFactory()) {
            private boolean met;

            @Override
            public com.mongodb.client.result.UpdateResult updateFirst(
                    Query query, org.springframework.data.mongodb.core.query.UpdateDefinition update, String where) {
                if (where.equals("people") && !met) {
                    met = true;
                    store.updateFirst(
                            Query.query(Criteria.where("_id").is("p1")), Update.update("name", mine), "people");
                }
                return super.updateFirst(query, update, where);
            }
        };
        UnboundValues values = new UnboundValues(slow, "people", List.of(name, phone, guests));
        assertThat(values.run(done -> done)).isTrue();
        assertThat(stored("p1")).containsEntry("name", mine);
        assertThat(values.left()).isZero();
    }

    @Test
    void a_run_that_was_stopped_leaves_the_rest_to_the_next() {
        List.of("p1", "p2", "p3").forEach(id -> store.insert(person(id), "people"));
        UnboundValues values = new UnboundValues(store, "people", List.of(name, phone, guests));
        assertThat(values.run(done -> false)).as("stopped after the first").isFalse();
        assertThat(values.left()).isEqualTo(2);
        assertThat(run()).isEqualTo(new Rewrapping.Progress(2, 2, 0, false));
        assertThat(Map.of("p1", stored("p1"), "p3", stored("p3")).values())
                .allMatch(document -> !document.toJson().contains("e1:A256GCM:"));
    }
}
