package org.linli.merchant.insight;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

/** Reads what was counted; both dates are included. */
@Repository
class Counted {
    private final MongoOperations mongo;

    Counted(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(DayPage.COLLECTION)
                .createIndex(new Index("day", Sort.Direction.ASC)
                        .on("organisationPath", Sort.Direction.ASC)
                        .named("by_day_and_place"));
    }

    /** One range of ids. */
    void ofMerchant(String merchantId, LocalDate from, LocalDate to, Consumer<DayCounts.Row> taker) {
        read(
                Criteria.where("_id")
                        .gte(DayPages.prefix(merchantId, from))
                        .lt(DayPages.prefix(merchantId, to.plusDays(1))),
                taker);
    }

    /** Everything at and below these places of the organisation tree, where it was when it was counted. */
    void ofPlaces(List<String> organisationPaths, LocalDate from, LocalDate to, Consumer<DayCounts.Row> taker) {
        if (organisationPaths.isEmpty()) {
            return;
        }
        String places = organisationPaths.stream().map(Pattern::quote).collect(joining("|"));
        read(
                Criteria.where("day")
                        .gte(from.toString())
                        .lte(to.toString())
                        .and("organisationPath")
                        .regex(Pattern.compile("^(" + places + ")")),
                taker);
    }

    private void read(Criteria criteria, Consumer<DayCounts.Row> taker) {
        Query query = Query.query(criteria);
        query.fields().exclude("entries");
        try (Stream<DayCounts> found = mongo.stream(query, DayCounts.class, DayPage.COLLECTION)) {
            found.forEach(counts -> counts.each(taker));
        }
    }
}
