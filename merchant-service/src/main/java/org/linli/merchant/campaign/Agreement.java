package org.linli.merchant.campaign;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a merchant says to its offer being a prize. */
public record Agreement(
        String merchantId,
        State state,
        @Nullable String by,
        @Nullable Instant at) {
    /** What it may say. */
    public enum State {
        ASKED,
        AGREED,
        DECLINED
    }

    static Agreement asked(String merchantId) {
        return new Agreement(merchantId, State.ASKED, null, null);
    }
}
