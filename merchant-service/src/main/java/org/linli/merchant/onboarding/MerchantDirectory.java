package org.linli.merchant.onboarding;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Tells other features who a merchant is and whether it may trade. */
@Service
public class MerchantDirectory {
    /** A hot offer asks the same question thousands of times a second; a suspension counts within a second. */
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private static final int AT_MOST = 10_000;

    private final Merchants merchants;
    private final Cache<String, Standing> recent = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(AT_MOST)
            .build();

    MerchantDirectory(Merchants merchants) {
        this.merchants = merchants;
    }

    /** The state as it is now. */
    public Optional<Standing> standing(String merchantId) {
        return merchants.find(merchantId).map(Standing::of);
    }

    /** Where these merchants are in the organisation tree, by merchant id. */
    public Map<String, String> organisationPaths(Collection<String> merchantIds) {
        return merchants.findAll(merchantIds).stream()
                .collect(Collectors.toMap(
                        Merchant::id, merchant -> merchant.attachment().organisationPath()));
    }

    /** Where these merchants are and what they deal in, by id. */
    public Map<String, Shopfront> shopfronts(Collection<String> merchantIds) {
        return merchants.findAll(merchantIds).stream().collect(Collectors.toMap(Merchant::id, Shopfront::of));
    }

    /** Whose these merchants are, by id; without those that nobody owns here. */
    public Map<String, String> owners(Collection<String> merchantIds) {
        Map<String, String> owners = new HashMap<>();
        for (Merchant merchant : merchants.findAll(merchantIds)) {
            String ownerId = merchant.ownerId();
            if (ownerId != null) {
                owners.put(merchant.id(), ownerId);
            }
        }
        return owners;
    }

    /** Whether the merchant is this person's. */
    public boolean isOwner(String merchantId, String personId) {
        return merchants
                .find(merchantId)
                .filter(merchant -> personId.equals(merchant.ownerId()))
                .isPresent();
    }

    /** What these merchants are called, by id. */
    public Map<String, String> names(Collection<String> merchantIds) {
        return merchants.findAll(merchantIds).stream()
                .collect(Collectors.toMap(
                        Merchant::id, merchant -> merchant.profile().name()));
    }

    /** The state as it was at most a second ago. */
    public Optional<Standing> recentStanding(String merchantId) {
        Standing known = recent.getIfPresent(merchantId);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Standing> found = standing(merchantId);
        found.ifPresent(standing -> recent.put(merchantId, standing));
        return found;
    }
}
