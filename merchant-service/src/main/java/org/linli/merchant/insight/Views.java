package org.linli.merchant.insight;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.linli.merchant.offer.OfferViewed;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts looks at offers in memory and writes them down every few seconds. Roughly, on purpose: a crash loses what was
 * not written yet, and a write without an answer may count twice. A look is worth no write of its own.
 */
@Component
class Views {
    private static final Logger log = LoggerFactory.getLogger(Views.class);
    private static final String HEAD_OFFICE = "/hq/";

    private record Spot(String merchantId, LocalDate day, String offerId, int hour) {}

    private record Day(String merchantId, LocalDate day) {}

    private final MongoOperations mongo;
    private final MerchantDirectory merchants;
    private final InsightSettings settings;
    private final Clock clock;
    private final Map<Spot, LongAdder> counted = new ConcurrentHashMap<>();

    Views(MongoOperations mongo, MerchantDirectory merchants, InsightSettings settings, Clock clock) {
        this.mongo = mongo;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(OfferViewed viewed) {
        Instant now = clock.instant();
        add(new Spot(viewed.merchantId(), BusinessTime.day(now), viewed.offerId(), BusinessTime.hour(now)), 1);
    }

    private void add(Spot spot, long looks) {
        if (counted.containsKey(spot) || counted.size() < settings.mostViewed()) {
            counted.compute(spot, (same, adder) -> {
                LongAdder sum = adder == null ? new LongAdder() : adder;
                sum.add(looks);
                return sum;
            });
        }
    }

    @PreDestroy
    @Scheduled(fixedDelayString = "${merchant.insight.views-every:5s}")
    void write() {
        Map<Day, Map<Spot, Long>> byDay = new LinkedHashMap<>();
        for (Spot spot : counted.keySet()) {
            // The entry leaves in one step: whoever looks at the same moment begins a new one.
            LongAdder sum = counted.remove(spot);
            if (sum != null) {
                byDay.computeIfAbsent(new Day(spot.merchantId, spot.day), day -> new LinkedHashMap<>())
                        .put(spot, sum.sum());
            }
        }
        byDay.forEach((day, looks) -> {
            try {
                write(day, looks);
            } catch (RuntimeException e) {
                log.warn("views wait to be written: {}", e.getClass().getName());
                looks.forEach(this::add);
            }
        });
    }

    private void write(Day day, Map<Spot, Long> looks) {
        String path = merchants
                .recentStanding(day.merchantId)
                .map(Standing::organisationPath)
                .orElse(HEAD_OFFICE);
        Update update = new Update()
                .set("merchantId", day.merchantId)
                .set("day", day.day.toString())
                .set("organisationPath", path);
        looks.forEach((spot, number) -> update.inc("views." + spot.offerId + "." + spot.hour, number));
        mongo.upsert(
                Query.query(Criteria.where("_id").is(DayPages.prefix(day.merchantId, day.day) + "views")),
                update,
                DayPage.COLLECTION);
    }
}
