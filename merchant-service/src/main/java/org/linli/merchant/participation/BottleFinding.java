package org.linli.merchant.participation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.CampaignShelf;
import org.linli.merchant.campaign.CampaignStatus;
import org.linli.merchant.campaign.Entry;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/** Lets staff look at bottles, and strangers find those that were let go (rule M-4). */
@Service
class BottleFinding {
    private static final String FINDS = "bottle_finds";

    private final Bottles bottles;
    private final CampaignShelf shelf;
    private final MongoOperations mongo;
    private final ParticipationSettings settings;
    private final Clock clock;

    BottleFinding(
            Bottles bottles, CampaignShelf shelf, MongoOperations mongo, ParticipationSettings settings, Clock clock) {
        this.bottles = bottles;
        this.shelf = shelf;
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** What looking for a bottle brought. */
    sealed interface Found {}

    record One(Bottle bottle) implements Found {}

    record None(Reason reason) implements Found {}

    /** Why there is none. */
    enum Reason {
        UNKNOWN_CAMPAIGN,
        NOT_RUNNING,
        NOTHING_AFLOAT,
        NO_MORE_TODAY
    }

    /** @param keyScope the same key finds the same bottle again */
    Found find(String campaignId, String consumerId, String keyScope) {
        Instant now = clock.instant();
        Campaign campaign = shelf.find(campaignId).orElse(null);
        if (campaign == null || campaign.plan().entry() != Entry.BOTTLE) {
            return new None(Reason.UNKNOWN_CAMPAIGN);
        }
        if (campaign.statusAt(now) != CampaignStatus.RUNNING) {
            return new None(Reason.NOT_RUNNING);
        }
        Optional<Bottle> bottle = bottles.afloat(
                campaignId, consumerId, ThreadLocalRandom.current().nextDouble());
        if (bottle.isEmpty()) {
            return new None(Reason.NOTHING_AFLOAT);
        }
        for (int number = 1; number <= settings.bottlesADay(); number++) {
            String id = Ids.derived("find", campaignId, consumerId, Entered.day(now), String.valueOf(number));
            Find find = put(new Find(id, keyScope, bottle.get().id()));
            if (find.keyScope.equals(keyScope)) {
                return new One(bottles.find(find.bottleId).orElseThrow());
            }
        }
        return new None(Reason.NO_MORE_TODAY);
    }

    /** The find under this id: this one, or an earlier one. */
    private Find put(Find find) {
        try {
            return mongo.insert(find, FINDS);
        } catch (DuplicateKeyException takenAlready) {
            return Optional.ofNullable(mongo.findById(find.id, Find.class, FINDS))
                    .orElse(find);
        }
    }

    @Document(FINDS)
    @TypeAlias("bottle-find")
    record Find(@Id String id, String keyScope, String bottleId) {}

    /** Empty for a campaign out of scope. */
    Optional<List<Bottle>> queue(
            Caller staff, String campaignId, Bottle.Status status, @Nullable String afterId, int limit) {
        return shelf.find(staff, campaignId).map(campaign -> bottles.of(campaignId, status, afterId, limit));
    }

    /** What became of a decision. */
    sealed interface Decided {}

    record Done(Bottle bottle) implements Decided {}

    record NotThere() implements Decided {}

    record BeforeThat() implements Decided {}

    Decided decide(Caller staff, String campaignId, String bottleId, boolean letGo, @Nullable String reason) {
        return bottles.change(
                        bottleId,
                        bottle -> {
                            if (!bottle.campaignId().equals(campaignId) || !staff.oversees(bottle.organisationPath())) {
                                return new NotThere();
                            }
                            return bottle.decide(letGo, staff.subject(), reason)
                                    ? new Done(bottle)
                                    : (Decided) new BeforeThat();
                        },
                        Done.class::isInstance)
                .orElseGet(NotThere::new);
    }
}
