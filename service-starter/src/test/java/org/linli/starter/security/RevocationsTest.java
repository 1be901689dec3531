package org.linli.starter.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** A token that was called back stops working; a later login works. Marks and token ids sort by time. */
class RevocationsTest {
    private final List<Revocation> kept = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private boolean sourceIsAway;
    private final Revocations revocations = new Revocations(this::after, Duration.ZERO);

    private List<Revocation> after(String mark) {
        asked.add(mark);
        if (sourceIsAway) {
            throw new IllegalStateException("away");
        }
        return kept.stream().filter(one -> one.mark().compareTo(mark) > 0).toList();
    }

    @Test
    void without_revocations_every_token_counts() {
        revocations.renew();
        assertThat(isRefused(token("p1", "s1", "t1"))).isFalse();
    }

    @Test
    void a_persons_tokens_are_void_whatever_their_session() {
        kept.add(new Revocation("t5", Revocation.subject("p1")));
        revocations.renew();
        assertThat(isRefused(token("p1", "s1", "t4"))).isTrue();
        assertThat(isRefused(token("p1", "s2", "t1"))).isTrue();
        assertThat(isRefused(token("p1", null, "t1"))).isTrue();
        assertThat(isRefused(token("p2", "s3", "t1"))).isFalse();
    }

    @Test
    void a_sessions_tokens_are_void_and_the_persons_other_session_goes_on() {
        kept.add(new Revocation("t5", Revocation.session("s1")));
        revocations.renew();
        assertThat(isRefused(token("p1", "s1", "t4"))).isTrue();
        assertThat(isRefused(token("p1", "s2", "t4"))).isFalse();
        assertThat(isRefused(token("s1", "s2", "t4"))).isFalse();
    }

    @Test
    void a_later_login_works() {
        kept.add(new Revocation("t5", Revocation.subject("p1")));
        revocations.renew();
        assertThat(isRefused(token("p1", "s9", "t6"))).isFalse();
    }

    @Test
    void the_latest_of_several_marks_counts_in_whatever_order_they_come() {
        revocations.add(new Revocation("t8", Revocation.subject("p1")));
        revocations.add(new Revocation("t5", Revocation.subject("p1")));
        assertThat(isRefused(token("p1", "s1", "t7"))).isTrue();
        assertThat(isRefused(token("p1", "s1", "t9"))).isFalse();
    }

    @Test
    void a_token_without_an_id_is_void_when_its_holder_was_called_back() {
        revocations.add(new Revocation("t5", Revocation.subject("p1")));
        assertThat(isRefused(token("p1", "s1", null))).isTrue();
    }

    @Test
    void while_the_source_is_away_the_last_copy_counts() {
        kept.add(new Revocation("t5", Revocation.subject("p1")));
        revocations.renew();
        sourceIsAway = true;
        kept.clear();
        revocations.renew();
        assertThat(isRefused(token("p1", "s1", "t4"))).isTrue();
        assertThat(isRefused(token("p2", "s1", "t4"))).isFalse();
    }

    @Test
    void only_what_is_new_is_asked_for_with_an_overlap_of_one_round() {
        kept.add(new Revocation("t5", Revocation.subject("p1")));
        revocations.renew();
        revocations.renew();
        revocations.renew();
        assertThat(asked).startsWith("", "");
        assertThat(asked.get(2)).isEqualTo("t5");
    }

    private boolean isRefused(Jwt token) {
        return revocations.validate(token).hasErrors();
    }

    private static Jwt token(String subject, String session, String id) {
        Jwt.Builder token = Jwt.withTokenValue("x").header("alg", "RS256").subject(subject);
        if (session != null) {
            token.claim("sid", session);
        }
        if (id != null) {
            token.jti(id);
        }
        return token.build();
    }
}
