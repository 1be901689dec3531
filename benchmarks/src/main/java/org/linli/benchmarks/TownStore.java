package org.linli.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.bson.Document;

/** Writes a town into geo-search-service's store as its events would have: from there the service makes its index. */
final class TownStore {
    private static final int BATCH = 1_000;
    private static final String[] CATEGORIES = {"餐饮", "购物", "生活服务", "运动休闲", "住宿", "其他"};
    private static final String[] NAMES = {"张记老火锅", "阳光烘焙坊", "城南书店", "金色理发", "四季鲜花", "老街面馆", "便民药房", "星河影城"};
    private static final String[] TITLES = {"全场八折", "双人餐特惠", "第二杯半价", "到店有礼", "满100减20"};

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int END_DAYS = 60;

    private TownStore() {}

    static void fill(String uri, Town town) {
        try (MongoClient client = MongoClients.create(uri)) {
            MongoDatabase store = client.getDatabase(uri.substring(uri.lastIndexOf('/') + 1));
            int merchants = town.merchants();
            int each = town.offersEach();
            Date from = Date.from(Instant.now().minus(Duration.ofDays(1)));
            insert(store.getCollection("merchants"), merchants, i -> merchant(town, i));
            insert(store.getCollection("offers"), merchants * each, i -> offer(i / each, i % each, from));
            insert(
                    store.getCollection("merchantOffers"),
                    merchants,
                    i -> new Document("_id", Town.merchantId(i))
                            .append(
                                    "offerIds",
                                    IntStream.range(0, each)
                                            .mapToObj(offer -> Town.offerId(i, offer))
                                            .toList()));
        }
    }

    private static Document merchant(Town town, int i) {
        return view(
                Town.merchantId(i),
                new Document("lat", town.lat(i))
                        .append("lng", town.lng(i))
                        .append("name", NAMES[i % NAMES.length] + i)
                        .append("category", CATEGORIES[i % CATEGORIES.length])
                        .append("branchId", "B01")
                        .append("status", "APPROVED")
                        .append("tags", List.of()));
    }

    private static Document offer(int merchant, int number, Date from) {
        return view(
                Town.offerId(merchant, number),
                new Document("merchantId", Town.merchantId(merchant))
                        .append("title", TITLES[(merchant + number) % TITLES.length])
                        .append("kind", "PERCENT")
                        .append("category", CATEGORIES[merchant % CATEGORIES.length])
                        .append("validFrom", from)
                        .append("validUntil", midnight(2 + (merchant + number) % END_DAYS))
                        .append("stock", 100)
                        .append("status", "LIVE")
                        .append("discount", 2_000)
                        .append("open", List.of()));
    }

    /** As merchants choose it. */
    private static Date midnight(int daysAhead) {
        return Date.from(LocalDate.now(SHANGHAI)
                .plusDays(daysAhead)
                .atStartOfDay(SHANGHAI)
                .toInstant());
    }

    private static Document view(String id, Document is) {
        return new Document("_id", id).append("revision", 1L).append("is", is);
    }

    private static void insert(MongoCollection<Document> collection, int many, IntFunction<Document> document) {
        List<Document> batch = new ArrayList<>(BATCH);
        for (int i = 0; i < many; i++) {
            batch.add(document.apply(i));
            if (batch.size() == BATCH || i == many - 1) {
                collection.insertMany(batch, new InsertManyOptions().ordered(false));
                batch.clear();
            }
        }
    }
}
