package org.linli.merchant.favourite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.outbox.OutboxEvent;

class ShortlistRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");

    private final Shortlist list = Shortlist.empty("c1");

    @Test
    void aFullListTakesNothingNewButKnowsWhatItHas() {
        list.add(Favourite.Kind.offer, "o1", "m1", 1, NOW);
        assertThat(list.add(Favourite.Kind.offer, "o2", "m1", 1, NOW)).isEmpty();
        assertThat(list.add(Favourite.Kind.offer, "o1", "m1", 1, NOW)).isPresent();
    }

    @Test
    void followingAShopAndLikingItAreTwoThings() {
        list.add(Favourite.Kind.merchant, "m1", "m1", 9, NOW);
        list.add(Favourite.Kind.followed, "m1", "m1", 9, NOW);
        list.remove(Favourite.Kind.merchant, "m1", NOW);
        assertThat(list.of(Favourite.Kind.merchant)).isEmpty();
        assertThat(list.of(Favourite.Kind.followed)).hasSize(1);
    }

    @Test
    void theNewestComesFirst() {
        list.add(Favourite.Kind.offer, "o1", "m1", 9, NOW);
        list.add(Favourite.Kind.offer, "o2", "m1", 9, NOW.plusSeconds(1));
        assertThat(list.of(Favourite.Kind.offer))
                .extracting(Favourite::targetId)
                .containsExactly("o2", "o1");
    }

    @Test
    void whatIsAddedAndTakenAwayIsToldOnceEach() {
        list.add(Favourite.Kind.offer, "o1", "m1", 9, NOW);
        list.add(Favourite.Kind.offer, "o1", "m1", 9, NOW);
        list.remove(Favourite.Kind.offer, "o1", NOW);
        list.remove(Favourite.Kind.offer, "o1", NOW);
        assertThat(list.outbox()).extracting(OutboxEvent::type).containsExactly("favourite-added", "favourite-removed");
        assertThat(list.outbox().get(1).dataJson()).contains("\"merchantId\":\"m1\"");
    }

    @Test
    void theTrailHearsNothing() {
        assertThat(list.audit()).isEqualTo(AuditView.NONE);
    }
}
