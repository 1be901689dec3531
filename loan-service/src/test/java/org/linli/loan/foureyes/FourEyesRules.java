package org.linli.loan.foureyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.loan.foureyes.FourEyes.Case;
import org.linli.loan.foureyes.FourEyes.Conflict;
import org.linli.loan.foureyes.FourEyes.Decider;
import org.linli.loan.foureyes.FourEyes.Free;
import org.linli.loan.foureyes.FourEyes.Reason;

/** Rule P-2. */
class FourEyesRules {
    private static final Case CASE =
            new Case(Set.of("owner"), Set.of("preparer"), Set.of("first", "second"), "the-shop");

    @Test
    void somebody_without_a_hand_in_it_decides() {
        assertThat(judge("head", Set.of(), Set.of())).isEqualTo(new Free());
        assertThat(judge("head", Set.of("another-shop"), Set.of("another-head")))
                .isEqualTo(new Free());
    }

    @Test
    void nobody_decides_on_their_own_case() {
        assertThat(judge("owner", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.OWN_CASE));
    }

    @Test
    void nobody_decides_on_a_relatives_business() {
        assertThat(judge("head", Set.of("x", "the-shop"), Set.of())).isEqualTo(new Conflict(Reason.RELATIVE));
    }

    @Test
    void nobody_decides_on_what_they_prepared() {
        assertThat(judge("preparer", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.PREPARED_IT));
    }

    @Test
    void no_investigator_decides() {
        assertThat(judge("first", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.INVESTIGATED_IT));
        assertThat(judge("second", Set.of(), Set.of())).isEqualTo(new Conflict(Reason.INVESTIGATED_IT));
    }

    @Test
    void a_deputy_does_not_decide_on_what_the_absent_person_prepared_or_investigated() {
        assertThat(judge("head", Set.of(), Set.of("preparer"))).isEqualTo(new Conflict(Reason.DEPUTY_OF_PREPARER));
        assertThat(judge("head", Set.of(), Set.of("x", "second"))).isEqualTo(new Conflict(Reason.DEPUTY_OF_PREPARER));
    }

    @Test
    void a_case_without_known_people_is_free() {
        Case nobodys = new Case(Set.of(), Set.of(), Set.of(), "the-shop");
        assertThat(FourEyes.judge(nobodys, new Decider("head", Set.of(), Set.of())))
                .isEqualTo(new Free());
    }

    private static FourEyes.Verdict judge(String subject, Set<String> related, Set<String> deputyFor) {
        return FourEyes.judge(CASE, new Decider(subject, related, deputyFor));
    }
}
