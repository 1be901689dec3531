package org.linli.merchant.onboarding;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attachment;
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
    private static final String PATH = "attachment.organisationPath";
    private static final String WAITING_SINCE = "review.waitingSince";
    private static final String DUE_ON = "recheck.dueOn";
    private static final int RESEMBLING = 500;

    private final MongoOperations mongo;

    Merchants(MongoOperations mongo, OutboxRelay relay) {
        super(mongo, relay, Merchant.class, COLLECTION);
        this.mongo = mongo;
    }

    Optional<Merchant> withLicence(String licenceNumber) {
        return find(Query.query(Criteria.where("licenceNumber").is(licenceNumber))).stream()
                .findFirst();
    }

    /** Whatever has or had its code, then what lies near; itself among them. */
    List<Merchant> resembling(Merchant merchant) {
        List<Merchant> found = new ArrayList<>();
        String licence = merchant.everyLicenceNumber();
        if (licence != null) {
            withLicence(licence).ifPresent(found::add);
            found.addAll(find(Query.query(Criteria.where("formerLicenceNumber").is(licence))
                    .limit(RESEMBLING)));
        }
        found.addAll(find(Query.query(Criteria.where("vicinity")
                        .in(Vicinity.around(merchant.profile().point())))
                .limit(RESEMBLING)));
        Set<String> seen = new HashSet<>();
        found.removeIf(one -> !seen.add(one.id()));
        return found;
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

    /** How many at and below this part of the organisation tree; one that was rejected or closed is none. */
    long countBelow(String organisationPath) {
        return mongo.count(
                Query.query(Criteria.where(PATH)
                        .regex("^" + Pattern.quote(organisationPath))
                        .and("status")
                        .nin(MerchantStatus.REJECTED, MerchantStatus.CLOSED)),
                COLLECTION);
    }

    /** By id, of these parts of the organisation tree. */
    List<Merchant> search(
            List<String> organisationPaths,
            @Nullable MerchantStatus status,
            @Nullable String nameContains,
            @Nullable String afterId,
            int limit) {
        Criteria criteria = Criteria.where(PATH).regex(below(organisationPaths));
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

    /** By how long they wait. */
    List<Merchant> waiting(List<String> organisationPaths, ReviewQueue.@Nullable Position after, int limit) {
        Criteria criteria = Criteria.where(PATH).regex(below(organisationPaths));
        criteria.and(WAITING_SINCE).gte(after == null ? Instant.EPOCH : after.since());
        if (after != null) {
            criteria.orOperator(
                    Criteria.where(WAITING_SINCE).gt(after.since()),
                    Criteria.where("_id").gt(after.id()));
        }
        return find(Query.query(criteria).with(Sort.by(WAITING_SINCE, "_id")).limit(limit));
    }

    /** In head office's pool, those that are nobody's yet. */
    List<Merchant> pool(@Nullable String afterId, int limit) {
        Criteria criteria = Criteria.where(PATH)
                .is(Attachment.HEAD_OFFICE.organisationPath())
                .and("status")
                .nin(MerchantStatus.REJECTED, MerchantStatus.CLOSED);
        if (afterId != null) {
            criteria.and("_id").gt(afterId);
        }
        return find(Query.query(criteria).with(Sort.by("_id")).limit(limit));
    }

    /** By the day they are due. */
    List<Merchant> dueForRecheck(
            List<String> organisationPaths, LocalDate by, RecheckNotices.@Nullable Position after, int limit) {
        Criteria criteria = Criteria.where(PATH).regex(below(organisationPaths));
        Criteria due = criteria.and(DUE_ON).lte(by.toString());
        if (after != null) {
            due.gte(after.dueOn());
            criteria.orOperator(
                    Criteria.where(DUE_ON).gt(after.dueOn()),
                    Criteria.where("_id").gt(after.id()));
        }
        return find(Query.query(criteria).with(Sort.by(DUE_ON, "_id")).limit(limit));
    }

    List<String> withRecheckToTell(LocalDate today, int limit) {
        Query due = Query.query(Criteria.where("recheck.noticeOn").lte(today.toString()))
                .with(Sort.by("recheck.noticeOn"))
                .limit(limit);
        return find(due).stream().map(Merchant::id).toList();
    }

    private static Pattern below(List<String> organisationPaths) {
        return Pattern.compile(
                "^(" + organisationPaths.stream().map(Pattern::quote).collect(joining("|")) + ")");
    }
}
