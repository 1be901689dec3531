package org.linli.merchant.participation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.linli.merchant.campaign.Campaign;
import org.linli.merchant.campaign.CampaignShelf;
import org.linli.merchant.campaign.CampaignStatus;
import org.linli.merchant.campaign.Entry;
import org.linli.merchant.participation.TakingResult.Reason;
import org.linli.starter.Ids;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Service;

/**
 * Who invites whom (rule M-4). A guest is new to the campaign, is not the host, comes on a device that nobody else used,
 * and where the campaign says so registered after it began. An address says nothing: families and shops share one.
 */
@Service
class Invitations {
    static final String COMERS = "campaign_comers";
    private static final String DEVICES = "campaign_devices";

    private final MongoOperations mongo;
    private final CampaignShelf shelf;
    private final Registrations registrations;
    private final Clock clock;

    Invitations(MongoOperations mongo, CampaignShelf shelf, Registrations registrations, Clock clock) {
        this.mongo = mongo;
        this.shelf = shelf;
        this.registrations = registrations;
        this.clock = clock;
    }

    /** Whether a guest may come in. */
    sealed interface Arrival {}

    record Arrived(String hostId) implements Arrival {}

    record TurnedAway(Reason reason) implements Arrival {}

    /** What a person who wants to invite is told. */
    sealed interface Coded {}

    record Code(String code) implements Coded {}

    record NoCode(Reason reason) implements Coded {}

    /** The person's own code; from now on this person is not new to the campaign. */
    Coded code(String campaignId, String consumerId, String deviceId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Campaign campaign = shelf.find(campaignId).orElse(null);
        if (campaign == null || campaign.plan().entry() != Entry.INVITATION) {
            return new NoCode(Reason.UNKNOWN_CAMPAIGN);
        }
        if (campaign.statusAt(now) != CampaignStatus.RUNNING) {
            return new NoCode(Reason.NOT_RUNNING);
        }
        if (!isOnOwnDevice(campaignId, consumerId, deviceId)) {
            return new NoCode(Reason.DEVICE_TAKEN);
        }
        return new Code(comes(Comer.of(campaignId, consumerId, null, now)).code());
    }

    /** Repeatable: a guest who was let in and cut off is let in again. */
    Arrival arrive(Campaign campaign, String guestId, Handed handed, Instant now) {
        Optional<Comer> host = Optional.ofNullable(mongo.findById(String.valueOf(handed.code()), Comer.class, COMERS))
                .filter(comer -> comer.campaignId().equals(campaign.id()));
        if (host.isEmpty()) {
            return new TurnedAway(Reason.UNKNOWN_INVITATION);
        }
        String hostId = host.get().consumerId();
        if (hostId.equals(guestId)) {
            return new TurnedAway(Reason.SELF_INVITATION);
        }
        if (campaign.plan().newcomersOnly()
                && !registrations.isAfter(guestId, campaign.plan().from())) {
            return new TurnedAway(Reason.REGISTERED_BEFORE);
        }
        if (!isOnOwnDevice(campaign.id(), guestId, String.valueOf(handed.deviceId()))) {
            return new TurnedAway(Reason.DEVICE_TAKEN);
        }
        Comer guest = comes(Comer.of(campaign.id(), guestId, hostId, now));
        return Objects.equals(guest.hostId(), hostId) ? new Arrived(hostId) : new TurnedAway(Reason.NOT_NEW);
    }

    /** The first to come under this id is the one that counts. */
    private Comer comes(Comer comer) {
        try {
            return mongo.insert(comer, COMERS);
        } catch (DuplicateKeyException cameBefore) {
            return Objects.requireNonNull(mongo.findById(comer.code(), Comer.class, COMERS));
        }
    }

    /** A device is one person's in a campaign: whose it was first. Kept as a hash only. */
    private boolean isOnOwnDevice(String campaignId, String consumerId, String deviceId) {
        Device device = new Device(Ids.derived("device", campaignId, deviceId), consumerId);
        try {
            mongo.insert(device, DEVICES);
            return true;
        } catch (DuplicateKeyException usedBefore) {
            Device known = mongo.findById(device.id, Device.class, DEVICES);
            return known != null && known.consumerId.equals(consumerId);
        }
    }

    @Document(DEVICES)
    @TypeAlias("campaign-device")
    record Device(@Id String id, String consumerId) {}
}
