package org.linli.user.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.linli.user.identity.MerchantRole;

class TeamRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    private final Team team = new Team("m1", List.of(), null);

    private static Invitation to(String phoneIndex) {
        return new Invitation("i-" + phoneIndex, phoneIndex, "v1:phone", MerchantRole.CASHIER, "1234", NOW, null);
    }

    @Test
    void the_same_phone_is_invited_once_and_the_last_invitation_counts() {
        team.invite(to("p1"), NOW);
        team.invite(new Invitation("later", "p1", "v1:phone", MerchantRole.OWNER, "9999", NOW, null), NOW);
        assertThat(team.open(NOW)).extracting(Invitation::id).containsExactly("later");
    }

    @Test
    void twenty_are_open_and_old_ones_do_not_count() {
        for (int i = 0; i < Team.MOST_OPEN; i++) {
            assertThat(team.invite(to("p" + i), NOW)).isTrue();
        }
        assertThat(team.invite(to("more"), NOW)).isFalse();
        assertThat(team.invite(to("more"), NOW.plus(Invitation.VALID))).isTrue();
    }

    @Test
    void only_the_invited_phone_accepts_and_may_repeat_it_until_it_is_closed() {
        team.invite(to("p1"), NOW);
        assertThat(team.accept("i-p1", "p2", "u2", NOW)).isEmpty();
        assertThat(team.accept("i-p1", "p1", "u1", NOW)).isPresent();
        assertThat(team.withdraw("i-p1", NOW)).isFalse();
        assertThat(team.accept("i-p1", "p1", "u1", NOW)).isPresent();
        team.close("i-p1");
        assertThat(team.accept("i-p1", "p1", "u1", NOW)).isEmpty();
    }

    @Test
    void an_old_invitation_is_none_the_end_excluded() {
        team.invite(to("p1"), NOW);
        assertThat(team.find("i-p1", NOW.plus(Invitation.VALID).minusMillis(1))).isPresent();
        assertThat(team.find("i-p1", NOW.plus(Invitation.VALID))).isEmpty();
    }

    @Test
    void people_leave_one_after_the_other_and_a_crash_does_not_block_for_ever() {
        assertThat(team.beginRemoval(NOW)).isTrue();
        assertThat(team.beginRemoval(NOW)).isFalse();
        assertThat(team.beginRemoval(NOW.plus(Team.LONGEST_REMOVAL))).isTrue();
        team.endRemoval();
        assertThat(team.beginRemoval(NOW)).isTrue();
    }

    @Test
    void texts_tell_nobody() {
        team.invite(to("p1"), NOW);
        assertThat(team + " " + team.open(NOW)).doesNotContain("v1:", "1234");
    }
}
