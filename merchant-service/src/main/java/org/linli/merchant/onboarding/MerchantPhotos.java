package org.linli.merchant.onboarding;

import java.util.Set;
import java.util.stream.Collectors;
import org.linli.starter.picture.PictureRef;
import org.springframework.stereotype.Component;

/** Tells other features which photos a shop has; everybody may see those. */
@Component
public class MerchantPhotos {
    private final Merchants merchants;

    MerchantPhotos(Merchants merchants) {
        this.merchants = merchants;
    }

    /** Their ids; none of an unknown merchant. */
    public Set<String> of(String merchantId) {
        return merchants
                .find(merchantId)
                .map(merchant ->
                        merchant.dossier().photos().stream().map(PictureRef::id).collect(Collectors.toSet()))
                .orElse(Set.of());
    }
}
