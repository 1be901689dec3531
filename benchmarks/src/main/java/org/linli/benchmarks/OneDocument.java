package org.linli.benchmarks;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;

/** What a stock document of the store bears, with no service and no request around it. */
final class OneDocument {
    static final String TAKEN = "taken";

    private final String mongodb;
    private final int clients;

    OneDocument(String mongodb, int clients) {
        this.mongodb = mongodb;
        this.clients = clients;
    }

    /**
     * The step that every claim needs at least: take one of the stock and say for whom.
     *
     * @param together claims that share an update: 1 is what claims would cost that go alone, more is what a single
     *     document bears when they do not
     */
    ClosedLoop.Result take(int updates, int together) {
        try (MongoClient mongo = MongoClients.create(mongodb + "/?maxPoolSize=" + clients)) {
            MongoCollection<Document> stocks = mongo.getDatabase("benchmarks").getCollection("stocks");
            String id = UUID.randomUUID().toString();
            stocks.insertOne(new Document("_id", id)
                    .append("remaining", updates * together)
                    .append("reservations", new Document()));
            ClosedLoop.Result result =
                    ClosedLoop.run(clients, updates, i -> took(stocks, id, i, together) ? TAKEN : "refused");
            stocks.deleteOne(Filters.eq("_id", id));
            return result;
        }
    }

    private boolean took(MongoCollection<Document> stocks, String id, int update, int together) {
        List<Bson> changes = new ArrayList<>(List.of(Updates.inc("remaining", -together), Updates.inc("revision", 1L)));
        for (int i = 0; i < together; i++) {
            String place = "reservations.r" + (update * together + i) % clients;
            changes.add(Updates.set(place, new Document("consumerId", "c" + update + "-" + i)));
        }
        return stocks.findOneAndUpdate(
                        Filters.and(Filters.eq("_id", id), Filters.gte("remaining", together)),
                        Updates.combine(changes))
                != null;
    }
}
