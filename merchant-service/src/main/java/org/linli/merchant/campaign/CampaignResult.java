package org.linli.merchant.campaign;

import java.util.List;
import org.linli.merchant.foureyes.FourEyes;
import org.linli.starter.web.FieldProblem;

/** What became of a step with a campaign. */
sealed interface CampaignResult {
    record Done(Campaign campaign) implements CampaignResult {}

    record Refused(Reason reason) implements CampaignResult {}

    /** The plan contradicts itself. */
    record Invalid(List<FieldProblem> problems) implements CampaignResult {}

    /** Prizes whose offer or merchant does not stand. */
    record Unavailable(List<FieldProblem> problems) implements CampaignResult {}

    record Conflict(FourEyes.Reason reason) implements CampaignResult {}

    /** Why not. */
    enum Reason {
        UNKNOWN,
        OUT_OF_SCOPE,
        ILLEGAL_STATE,
        WINDOW_OVER,
        SCENE_MISSING,
        AGREEMENT_MISSING,
        UNKNOWN_MERCHANT
    }

    static CampaignResult refused(Reason reason) {
        return new Refused(reason);
    }
}
