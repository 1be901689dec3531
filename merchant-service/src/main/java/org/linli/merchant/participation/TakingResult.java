package org.linli.merchant.participation;

import java.util.List;
import org.linli.merchant.campaign.Campaign;
import org.linli.starter.web.FieldProblem;

/** What became of somebody's wish to take part. */
sealed interface TakingResult {
    record TookPart(Campaign campaign, Participation participation) implements TakingResult {}

    record Refused(Reason reason) implements TakingResult {}

    /** What was brought is not what the campaign asks for. */
    record Invalid(List<FieldProblem> problems) implements TakingResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN_CAMPAIGN,
        NOT_RUNNING,
        NOT_IN_AUDIENCE,
        UNKNOWN_SCENE,
        NO_MORE_TODAY,
        NO_MORE,
        KEY_REUSED,
        UNKNOWN_INVITATION,
        SELF_INVITATION,
        DEVICE_TAKEN,
        NOT_NEW,
        REGISTERED_BEFORE
    }

    static TakingResult refused(Reason reason) {
        return new Refused(reason);
    }
}
