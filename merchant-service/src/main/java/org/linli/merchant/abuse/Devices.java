package org.linli.merchant.abuse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Notes who claims from which device, when the client says which one it is. A device is kept as a hash. Nothing depends
 * on it: a claim that cannot be noted is a claim all the same.
 */
@Component
public class Devices {
    private static final Logger log = LoggerFactory.getLogger(Devices.class);
    private static final Duration NOTED_AGAIN = Duration.ofHours(6);
    private static final int MOST_REMEMBERED = 100_000;
    /** Clients that know no id send zeros or a constant word: that is no device. */
    private static final int LEAST_SIGNS = 6;

    private final Watching watching;
    private final Cache<String, Boolean> noted = Caffeine.newBuilder()
            .expireAfterWrite(NOTED_AGAIN)
            .maximumSize(MOST_REMEMBERED)
            .build();

    Devices(Watching watching) {
        this.watching = watching;
    }

    public void claimed(@Nullable String deviceId, String consumerId, String merchantId) {
        if (deviceId == null || deviceId.chars().distinct().count() < LEAST_SIGNS) {
            return;
        }
        String device = Ids.hash("device", deviceId);
        String pair = device + consumerId;
        if (noted.getIfPresent(pair) != null) {
            return;
        }
        try {
            watching.claimed(device, consumerId, merchantId);
            noted.put(pair, true);
        } catch (RuntimeException e) {
            log.warn("a device was not noted: {}", e.getClass().getName());
        }
    }
}
