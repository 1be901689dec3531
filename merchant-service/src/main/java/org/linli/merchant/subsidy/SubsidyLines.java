package org.linli.merchant.subsidy;

import static java.util.stream.Collectors.joining;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class SubsidyLines {
    private final MongoOperations mongo;

    SubsidyLines(MongoOperations mongo) {
        this.mongo = mongo;
        mongo.indexOps(SubsidyLine.COLLECTION)
                .createIndex(new Index("day", Sort.Direction.ASC)
                        .on("merchantId", Sort.Direction.ASC)
                        .named("by_day_and_merchant"));
    }

    /** The first time it is heard decides; a repeat changes nothing, whatever day it is by then. */
    void add(SubsidyLine line) {
        try {
            mongo.insert(line);
        } catch (DuplicateKeyException stored) {
            // A repeat.
        }
    }

    List<SubsidyLine> of(String merchantId, LocalDate day, int limit) {
        return mongo.find(
                Query.query(Criteria.where("day")
                                .is(day.toString())
                                .and("merchantId")
                                .is(merchantId))
                        .limit(limit),
                SubsidyLine.class);
    }

    /** A day's lines of these places of the organisation tree, merchant by merchant; to be closed. */
    Stream<SubsidyLine> of(LocalDate day, List<String> organisationPaths, @Nullable String afterMerchant) {
        String places = organisationPaths.stream().map(Pattern::quote).collect(joining("|"));
        Criteria wanted = Criteria.where("day")
                .is(day.toString())
                .and("organisationPath")
                .regex(Pattern.compile("^(" + places + ")"));
        if (afterMerchant != null) {
            wanted.and("merchantId").gt(afterMerchant);
        }
        return mongo.stream(Query.query(wanted).with(Sort.by("merchantId")), SubsidyLine.class);
    }
}
