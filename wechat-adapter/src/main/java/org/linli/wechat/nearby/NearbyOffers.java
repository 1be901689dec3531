package org.linli.wechat.nearby;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.linli.starter.geo.GeoPoint;
import org.linli.wechat.dependency.Dependency;
import org.linli.wechat.dependency.GuardedCalls;
import org.linli.wechat.message.Sender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The best three offers around a place: the one just sent, or the last one (W-9). */
@Service
public class NearbyOffers {
    /** Default radius of a service circle (G-1). */
    private static final int RADIUS_METERS = 2_500;

    private static final int SHOWN = 3;

    private final LastPlaces places;
    private final GeoSearchClient geoSearch;
    private final GuardedCalls guarded;
    private final Clock clock;

    NearbyOffers(LastPlaces places, GeoSearchClient geoSearch, GuardedCalls guarded, Clock clock) {
        this.places = places;
        this.geoSearch = geoSearch;
        this.guarded = guarded;
        this.clock = clock;
    }

    public NearbyAnswer at(Sender sender, GeoPoint point) {
        guarded.run(Dependency.STORE, () -> places.remember(sender, point, clock.instant()));
        return around(point);
    }

    public NearbyAnswer atLastPlaceOf(Sender sender) {
        Optional<GeoPoint> place =
                guarded.call(Dependency.STORE, () -> places.of(sender, clock.instant()), Optional::empty);
        return place.map(this::around).orElseGet(NearbyAnswer.PlaceUnknown::new);
    }

    /** Who leaves takes the place along. */
    public void forget(Sender sender) {
        guarded.run(Dependency.STORE, () -> places.forget(sender));
    }

    private NearbyAnswer around(GeoPoint point) {
        return guarded.call(
                Dependency.GEO_SEARCH,
                () -> new NearbyAnswer.Found(
                        geoSearch.offers(point.lat(), point.lng(), "GCJ02", RADIUS_METERS, SHOWN).items().stream()
                                .limit(SHOWN)
                                .toList()),
                NearbyAnswer.Unavailable::new);
    }

    @Scheduled(fixedDelay = 60, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOldPlaces() {
        places.forgetBefore(clock.instant().minus(LastPlace.KEPT));
    }
}
