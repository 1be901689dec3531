package org.linli.merchant.participation;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.Prize;
import org.linli.merchant.campaign.Scene;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Service;

/**
 * A campaign's figures, counted from the participations themselves whenever somebody asks. Everybody's first
 * participation is number 1, so people are counted by counting those.
 */
@Service
class Figures {
    private static final String DAY = "entered.day";
    private static final String SCENE = "entered.sceneId";
    private static final String PRIZES = "entered.prizeIds";
    private static final String NO_SCENE = "";

    private final MongoOperations mongo;
    private final PrizePools pools;

    Figures(MongoOperations mongo, PrizePools pools) {
        this.mongo = mongo;
        this.pools = pools;
    }

    /** @param participants people who were there for the first time */
    record Line(String key, @Nullable String name, long participations, long participants) {}

    /**
     * @param left null when there is any number of them
     * @param undelivered coupons that the offer did not give
     */
    record PrizeLine(
            String prizeId,
            String name,
            long issued,
            long undelivered,
            @Nullable Integer left) {}

    record Report(long participations, long participants, List<Line> days, List<Line> scenes, List<PrizeLine> prizes) {}

    Report of(Campaign campaign) {
        List<Line> days = lines(campaign.id(), DAY, Map.of());
        Map<String, String> names = new LinkedHashMap<>();
        campaign.scenes().forEach(scene -> names.put(scene.id(), scene.name()));
        return new Report(
                days.stream().mapToLong(Line::participations).sum(),
                days.stream().mapToLong(Line::participants).sum(),
                days,
                scenes(campaign.scenes(), lines(campaign.id(), SCENE, names)),
                prizes(campaign));
    }

    private List<Line> lines(String campaignId, String field, Map<String, String> names) {
        Map<String, Long> all = counts(campaignId, field, null);
        Map<String, Long> first = counts(campaignId, field, 1);
        return all.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Line(
                        one.getKey(), names.get(one.getKey()), one.getValue(), first.getOrDefault(one.getKey(), 0L)))
                .toList();
    }

    /** With those that nobody came from. */
    private static List<Line> scenes(List<Scene> scenes, List<Line> counted) {
        Map<String, Line> lines = new LinkedHashMap<>();
        scenes.forEach(scene -> lines.put(scene.id(), new Line(scene.id(), scene.name(), 0, 0)));
        counted.forEach(line -> lines.put(line.key(), line));
        return lines.values().stream().sorted(Comparator.comparing(Line::key)).toList();
    }

    private List<PrizeLine> prizes(Campaign campaign) {
        Map<String, Long> issued = unwound(campaign.id(), PRIZES, PRIZES);
        Map<String, Long> failed = undelivered(campaign.id());
        Map<String, Integer> left =
                pools.find(campaign.id()).map(PrizePool::left).orElse(Map.of());
        return campaign.plan().prizes().stream()
                .map(prize -> new PrizeLine(
                        prize.id(),
                        prize.name(),
                        issued.getOrDefault(prize.id(), 0L),
                        failed.getOrDefault(prize.id(), 0L),
                        left(prize, left)))
                .toList();
    }

    private static @Nullable Integer left(Prize prize, Map<String, Integer> left) {
        return prize.quantity() == null ? null : left.getOrDefault(prize.id(), prize.quantity());
    }

    private record Counted(@Id @Nullable String key, long n) {}

    private Map<String, Long> counts(String campaignId, String field, @Nullable Integer number) {
        Criteria criteria = Criteria.where("entered.campaignId").is(campaignId);
        if (number != null) {
            criteria.and("entered.number").is(number);
        }
        return count(List.of(
                Aggregation.match(criteria), Aggregation.group(field).count().as("n")));
    }

    private Map<String, Long> unwound(String campaignId, String list, String field) {
        return count(List.of(
                Aggregation.match(Criteria.where("entered.campaignId").is(campaignId)),
                Aggregation.unwind(list),
                Aggregation.group(field).count().as("n")));
    }

    private Map<String, Long> undelivered(String campaignId) {
        return count(List.of(
                Aggregation.match(Criteria.where("entered.campaignId")
                        .is(campaignId)
                        .and("deliveries.problem")
                        .exists(true)),
                Aggregation.unwind("deliveries"),
                Aggregation.match(Criteria.where("deliveries.problem").exists(true)),
                Aggregation.group("deliveries.prizeId").count().as("n")));
    }

    private Map<String, Long> count(List<AggregationOperation> steps) {
        Map<String, Long> counts = new LinkedHashMap<>();
        mongo.aggregate(Aggregation.newAggregation(steps), Participations.COLLECTION, Counted.class)
                .forEach(one -> counts.put(Objects.requireNonNullElse(one.key, NO_SCENE), one.n));
        return counts;
    }
}
