package org.linli.merchant.onboarding;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Merchants extends AggregateStore<Merchant> {
    static final String COLLECTION = "merchants";

    private final MongoOperations mongo;

    Merchants(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Merchant.class, COLLECTION);
        this.mongo = mongo;
    }

    Optional<Merchant> withLicence(String licenceNumber) {
        return find(Query.query(Criteria.where("licenceNumber").is(licenceNumber))).stream()
                .findFirst();
    }

    List<String> withPendingOwner() {
        return find(Query.query(Criteria.where("ownerLinkPending").is(true))).stream()
                .map(Merchant::id)
                .toList();
    }

    /** All of them, page by page. */
    List<Merchant> after(String id, int limit) {
        return find(
                Query.query(Criteria.where("_id").gt(id)).with(Sort.by("_id")).limit(limit));
    }

    /** How many at and below this part of the organisation tree; a rejected applicant was never one. */
    long countBelow(String organisationPath) {
        return mongo.count(
                Query.query(Criteria.where("attachment.organisationPath")
                        .regex("^" + Pattern.quote(organisationPath))
                        .and("status")
                        .ne(MerchantStatus.REJECTED)),
                COLLECTION);
    }

    /** By id, of these parts of the organisation tree. */
    List<Merchant> search(
            List<String> organisationPaths,
            @Nullable MerchantStatus status,
            @Nullable String nameContains,
            @Nullable String afterId,
            int limit) {
        Criteria criteria = Criteria.where("attachment.organisationPath")
                .regex(Pattern.compile(
                        "^(" + organisationPaths.stream().map(Pattern::quote).collect(joining("|")) + ")"));
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        if (status != null) {
            criteria.and("status").is(status);
        }
        if (nameContains != null) {
            criteria.and("profile.name").regex(Pattern.compile(Pattern.quote(nameContains), Pattern.CASE_INSENSITIVE));
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }
}
