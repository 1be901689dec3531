package org.linli.merchant.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.merchant.foureyes.FourEyes.Case;
import org.linli.merchant.foureyes.FourEyes.Conflict;
import org.linli.merchant.foureyes.FourEyes.Decider;
import org.linli.merchant.foureyes.FourEyes.Free;
import org.linli.merchant.foureyes.FourEyes.Reason;

/** Rule P-2. */
class FourEyesRules {
    private static final Case CASE =
            new Case(Set.of("owner"), Set.of("preparer"), Set.of("first", "second"), "the-shop");

    @Test
    void somebodyWithoutAHandInItDecides() {
        assertThat(judge("head", Set.of(), Set.of())).isEqualTo(new Free());
        assertThat(judge("head", Set.of("another-shop"), Set.of("another-head")))
                .isEqualTo(new Free());
    }

    @Test
    void nobodyDecidesOnTheirOwnCase() {
        assertThat(judge("owner", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.OWN_CASE));
    }

    @Test
    void nobodyDecidesOnARelativesBusiness() {
        assertThat(judge("head", Set.of("x", "the-shop"), Set.of())).isEqualTo(new Conflict(Reason.RELATIVE));
    }

    @Test
    void nobodyDecidesOnWhatTheyPrepared() {
        assertThat(judge("preparer", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.PREPARED_IT));
    }

    @Test
    void noInvestigatorDecides() {
        assertThat(judge("first", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.INVESTIGATED_IT));
        assertThat(judge("second", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.INVESTIGATED_IT));
    }

    @Test
    void aDeputyDoesNotDecideOnWhatTheAbsentPersonPreparedOrInvestigated() {
        assertThat(judge("head", Set.of(), Set.of("preparer"))).isEqualTo(new Conflict(Reason.DEPUTY_OF_PREPARER));
        assertThat(judge("head", Set.of(), Set.of("x", "second"))).isEqualTo(new Conflict(Reason.DEPUTY_OF_PREPARER));
    }

    @Test
    void aCaseWithoutKnownPeopleIsFree() {
        Case nobodys = new Case(Set.of(), Set.of(), Set.of(), "the-shop");
        assertThat(FourEyes.judge(nobodys, new Decider("head", Set.of(), Set.of())))
                .isEqualTo(new Free());
    }

    private static FourEyes.Verdict judge(String subject, Set<String> related, Set<String> deputyFor) {
        return FourEyes.judge(CASE, new Decider(subject, related, deputyFor));
    }
}
