package org.linli.merchant.participation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How a person came to a campaign, written down once: alone, by asking for a code to invite others, or with a host's. The
 * id, which follows from both, is the code with which this person invites.
 *
 * @param hostId null for who came alone
 */
@Document(Invitations.COMERS)
@TypeAlias("comer")
record Comer(
        @Id String code,
        String campaignId,
        String consumerId,
        @Nullable String hostId,
        Instant at) {
    static Comer of(String campaignId, String consumerId, @Nullable String hostId, Instant at) {
        return new Comer(code(campaignId, consumerId), campaignId, consumerId, hostId, at);
    }

    static String code(String campaignId, String consumerId) {
        return Ids.derived("comer", campaignId, consumerId);
    }
}
