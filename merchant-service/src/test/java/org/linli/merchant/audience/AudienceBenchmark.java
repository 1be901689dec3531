package org.linli.merchant.audience;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.linli.localstack.nodes.LocalStack;
import org.linli.starter.Ids;
import org.linli.starter.geo.GeoPoint;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import tools.jackson.databind.json.JsonMapper;

/** By hand: a dry run over 100,000 consumers on the local store, all of whom must be asked (goal: 3 s on two cores). */
class AudienceBenchmark {
    private static final int PEOPLE = Integer.getInteger("people", 100_000);
    private static final int COUPONS = Integer.getInteger("coupons", 8);
    private static final int SHOPS = 2_000;
    private static final String RULE = """
            {"all": [
              {"field": "claims", "withinDays": 30, "atLeast": 1, "categories": ["dining"]},
              {"field": "redemptions", "withinDays": 90, "atLeast": 1},
              {"any": [{"field": "gender", "in": ["FEMALE"]}, {"field": "tags", "in": ["VIP"]}]},
              {"field": "distance", "withinMeters": 5000, "point": {"lat": 30.2, "lng": 120.2}}]}""";

    private final Random chance = new Random(7);
    private final int today = BankDay.of(Clock.systemUTC().instant());

    @Test
    void dryRun() {
        try (MongoClient client = MongoClients.create(LocalStack.mongoUri("audience"))) {
            MongoTemplate mongo =
                    new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, "audience-" + Ids.next()));
            FactsStore store = new FactsStore(mongo);
            fill(mongo);
            AudienceSettings settings = new AudienceSettings(180, 500, 100, 5, 200, 500_000, 20, 10, 3, 7);
            Rule rule = RuleReader.read(JsonMapper.builder().build().readTree(RULE), "rule", settings, centre -> true)
                    .rule();
            for (int round = 0; round < 8; round++) {
                long begun = System.nanoTime();
                int[] found = new int[2];
                Question question = new Question(rule, moment(), Surveying.MARKETING, Place.HEAD_OFFICE);
                store.walk(Surveying.MARKETING, Place.HEAD_OFFICE, null, facts -> {
                    found[0]++;
                    found[1] += question.test(facts) ? 1 : 0;
                    return true;
                });
                System.out.printf(
                        "asked %d, found %d in %d ms%n", found[0], found[1], (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }

    private Moment moment() {
        return new Moment() {
            @Override
            public int today() {
                return today;
            }

            @Override
            public Optional<GeoPoint> place(Rule.Centre centre) {
                return Optional.ofNullable(centre.point());
            }
        };
    }

    private void fill(MongoTemplate mongo) {
        String[] categories = {"dining", "shopping", "life", "leisure"};
        List<Shop> shops = new ArrayList<>();
        for (int i = 0; i < SHOPS; i++) {
            shops.add(new Shop(
                    Ids.next(),
                    categories[i % categories.length],
                    "/hq/B" + i % 100 + "/",
                    30 + chance.nextDouble(),
                    120 + chance.nextDouble()));
        }
        for (int done = 0; done < PEOPLE; done += 2_000) {
            List<Document> batch = new ArrayList<>();
            for (int i = 0; i < 2_000; i++) {
                batch.add(FactsStore.written(person(shops)));
            }
            mongo.getCollection(FactsStore.COLLECTION).insertMany(batch);
        }
    }

    private ConsumerFacts person(List<Shop> shops) {
        ConsumerFacts facts = new ConsumerFacts(Ids.next());
        facts.register("consumer");
        facts.hear(told -> told.consent("MARKETING", true, 1));
        facts.hear(told -> told.consent("PROFILING", true, 2));
        facts.hear(
                told -> told.profile(chance.nextBoolean() ? "FEMALE" : "MALE", 1950 + 5 * chance.nextInt(12), "B1", 3));
        facts.hear(told -> told.tag(chance.nextInt(10) == 0 ? List.of("VIP") : List.of(), 4));
        int coupons = chance.nextInt(2 * COUPONS);
        for (int i = 0; i < coupons; i++) {
            Shop shop = shops.get(chance.nextInt(SHOPS));
            String coupon = Ids.next() + Ids.next();
            facts.claim(coupon, shop, today - chance.nextInt(180));
            if (chance.nextBoolean()) {
                facts.redeem(coupon, shop, today - chance.nextInt(180), 2);
            }
        }
        facts.settle(today - 179, 500);
        return facts;
    }
}
