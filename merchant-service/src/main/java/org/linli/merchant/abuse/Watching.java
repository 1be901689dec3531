package org.linli.merchant.abuse;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.linli.events.CouponEvent;
import org.linli.merchant.abuse.Policy.Suspicion;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.Ids;
import org.springframework.stereotype.Service;

/** Watches redemptions and devices (rule M-8); repeats do no harm. */
@Service
class Watching {
    private static final String HEAD_OFFICE = "/hq/";

    private final Watches watches;
    private final Alerts alerts;
    private final MerchantDirectory merchants;
    private final AbuseSettings settings;
    private final Clock clock;

    Watching(Watches watches, Alerts alerts, MerchantDirectory merchants, AbuseSettings settings, Clock clock) {
        this.watches = watches;
        this.alerts = alerts;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    private int since() {
        return Day.of(clock.instant()) - settings.windowDays() + 1;
    }

    /** @param device a hash */
    void claimed(String device, String consumerId, String merchantId) {
        int today = Day.of(clock.instant());
        Watch watch = watches.change(
                "device:" + device, seen -> seen.see(new Sighting(consumerId, consumerId, today, false), since()));
        tell(merchantId, device, Policy.sharedDevice(watch.people(since()), settings));
    }

    void redeemed(CouponEvent.Redeemed event) {
        String merchantId = event.merchantId();
        Sighting seen = new Sighting(event.redemptionId(), event.consumerId(), Day.of(event.redeemedAt()), false);
        if (seen.day() < since()) {
            return;
        }
        Watch watch = watches.change(cashier(merchantId, event.cashierId()), known -> known.see(seen, since()));
        tell(merchantId, event.cashierId(), Policy.sameFew(watch.people(since()), settings));
        boolean cashier = event.cashierId().equals(event.consumerId());
        boolean owner = merchants.isOwner(merchantId, event.consumerId());
        tell(merchantId, event.consumerId(), Policy.ownShop(event.consumerId(), owner, cashier));
    }

    private static String cashier(String merchantId, String cashierId) {
        return "cashier:" + merchantId + ":" + cashierId;
    }

    /** An event of a reversal does not say whose redemption it was: whoever saw it forgets it. */
    void reversed(CouponEvent.Reversed event) {
        int day = Day.of(event.reversedAt());
        Sighting back = new Sighting(event.redemptionId(), event.consumerId(), day, true);
        for (String id : watches.of(event.consumerId())) {
            if (id.startsWith("cashier:" + event.merchantId() + ":")) {
                watches.change(id, watch -> watch.saw(event.redemptionId()) && watch.see(back, since()));
            }
        }
    }

    void erased(String person) {
        watches.of(person).forEach(id -> watches.change(id, watch -> watch.forget(person)));
        alerts.about(person).forEach(alert -> alerts.change(alert.id(), one -> one.forget(person)));
    }

    private void tell(String merchantId, String about, Optional<Suspicion> suspicion) {
        suspicion.ifPresent(found -> {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            String path = merchants
                    .recentStanding(merchantId)
                    .map(Standing::organisationPath)
                    .orElse(HEAD_OFFICE);
            String id = Ids.derived("alert", found.policy().name(), merchantId, about, Day.month(now));
            alerts.raise(new Alert(id, found.policy(), merchantId, path, found.evidence(), found.people(), now));
        });
    }
}
