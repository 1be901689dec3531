package org.linli.merchant.insight;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.springframework.data.mongodb.core.MongoTemplate;

/** The store's pages against those in memory, which the rules of counting are checked with (rule M-6). */
class StorePagesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final String PAGE = DayPages.prefix("m1", DAY) + "0|0";
    private static final String OTHER = DayPages.prefix("m1", DAY) + "1|3";

    private final MongoClient client = MongoClients.create(LocalStack.mongoUri("store-pages"));
    private final MongoTemplate mongo = new MongoTemplate(client, "store-pages-" + Ids.next());
    private final StorePages store = new StorePages(mongo);
    private final MemoryPages memory = new MemoryPages(() -> {});

    @AfterEach
    void close() {
        client.close();
    }

    private static Fact fact(int number, Fact.Kind kind, Long billFen, long revision) {
        return new Fact("f" + number, "m1", DAY, number, "o" + number % 3, number % 24, kind, billFen, revision);
    }

    private static Fact claim(int number) {
        return fact(number, Fact.Kind.CLAIM, null, 0);
    }

    private static DayPage taken(PageShelf shelf, String id, List<Fact> facts) {
        DayPage before = shelf.find(Map.of(id, facts)).getOrDefault(id, DayPage.empty(id, "m1", DAY));
        return before.take(facts, "/hq/B01/").page();
    }

    private void put(String id, List<Fact> facts) {
        assertThat(store.keep(List.of(taken(store, id, facts)))).isTrue();
        assertThat(memory.keep(List.of(taken(memory, id, facts)))).isTrue();
    }

    private void same(Map<String, List<Fact>> wanted) {
        assertThat(store.find(wanted)).isEqualTo(memory.find(wanted));
    }

    @Test
    void a_page_comes_with_the_entries_that_were_asked_for_and_no_others() {
        List<Fact> facts =
                IntStream.range(0, 50).mapToObj(StorePagesTest::claim).toList();
        put(PAGE, facts);
        assertThat(store.find(Map.of(PAGE, facts.subList(3, 5), OTHER, facts)).keySet())
                .as("only what is there")
                .containsExactly(PAGE);
        assertThat(store.find(Map.of(PAGE, facts.subList(3, 5)))
                        .get(PAGE)
                        .entries()
                        .keySet())
                .containsExactlyInAnyOrder("f3", "f4");
        same(Map.of(PAGE, facts.subList(3, 5)));
        assertThat(store.keys(PAGE)).hasSize(50);
        assertThat(store.keys(OTHER)).isEmpty();
    }

    @Test
    void whatever_comes_in_whatever_order_both_say_the_same() {
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            List<Fact> some = new ArrayList<>(random.ints(1 + random.nextInt(12), 0, 40)
                    .mapToObj(number -> fact(
                            number,
                            Fact.Kind.values()[random.nextInt(4)],
                            random.nextBoolean() ? (long) random.nextInt(9_999) : null,
                            random.nextInt(5)))
                    .collect(Collectors.toMap(Fact::key, Function.identity(), (one, other) -> one))
                    .values());
            String id = random.nextBoolean() ? PAGE : OTHER;
            if (memory.find(Map.of(id, some))
                    .getOrDefault(id, DayPage.empty(id, "m1", DAY))
                    .take(some, "/hq/B01/")
                    .changed()) {
                put(id, some);
            }
            same(Map.of(PAGE, some, OTHER, some));
        }
    }

    @Test
    void of_two_writers_who_read_the_same_page_one_is_refused_and_changes_nothing() {
        put(PAGE, List.of(claim(1)));
        DayPage one = taken(store, PAGE, List.of(claim(2)));
        DayPage other = taken(store, PAGE, List.of(claim(3)));
        assertThat(store.keep(List.of(one))).isTrue();
        assertThat(store.keep(List.of(other))).isFalse();
        assertThat(store.keys(PAGE)).containsExactlyInAnyOrder("f1", "f2");
    }

    @Test
    void of_two_writers_who_begin_the_same_page_one_is_refused_and_changes_nothing() {
        DayPage one = taken(store, PAGE, List.of(claim(1)));
        DayPage other = taken(store, PAGE, List.of(claim(2)));
        assertThat(store.keep(List.of(one))).isTrue();
        assertThat(store.keep(List.of(other, taken(store, OTHER, List.of(claim(2))))))
                .as("one of two pages found another writer")
                .isFalse();
        assertThat(store.keys(PAGE)).containsExactly("f1");
    }

    @Test
    void a_page_of_before_sizes_were_noted_is_as_large_as_what_is_on_it() {
        put(PAGE, List.of(claim(1), claim(2), claim(3)));
        mongo.getCollection(DayPage.COLLECTION)
                .updateOne(new Document("_id", PAGE), new Document("$unset", new Document("size", "")));
        assertThat(store.find(Map.of(PAGE, List.of(claim(1)))).get(PAGE).size()).isEqualTo(3);
    }
}
