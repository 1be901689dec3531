package org.linli.geosearch.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.linli.geosearch.fixtures.Samples;

/** Rule G-4: catching up after a standstill has a progress that can be believed. */
class CatchUpRules {
    private final CatchUp catchUp = new CatchUp();
    private Instant now = Samples.NOON;

    private void see(long applied, long published) {
        catchUp.see(now, new ListenerGroup.Position(applied, published));
        now = now.plusSeconds(5);
    }

    @Test
    void what_is_always_on_its_way_is_no_catch_up() {
        see(1_000, 1_000 + CatchUp.MANY - 1);
        assertThat(catchUp.isUnderWay()).isFalse();
        assertThat(catchUp.progress()).isEmpty();
    }

    @Test
    void it_counts_from_where_it_began_and_what_came_since_as_well() {
        see(1_000, 5_000);
        see(2_000, 5_500);

        assertThat(catchUp.isUnderWay()).isTrue();
        // 500 fewer in five seconds, 3,500 left.
        assertThat(catchUp.progress()).contains(new CatchUp.Progress(Samples.NOON, null, 1_000, 4_500, 22, 35L));
    }

    @Test
    void while_as_many_come_nobody_promises_an_end() {
        see(0, 1_000);
        see(600, 1_700);
        assertThat(catchUp.progress().orElseThrow().secondsLeft()).isNull();
    }

    @Test
    void it_ends_when_few_are_left_and_is_remembered() {
        see(0, 1_000);
        see(940, 1_005);
        assertThat(catchUp.isUnderWay()).isTrue();
        see(990, 1_030);

        assertThat(catchUp.isUnderWay()).isFalse();
        CatchUp.Progress last = catchUp.progress().orElseThrow();
        assertThat(last)
                .isEqualTo(new CatchUp.Progress(Samples.NOON, Samples.NOON.plusSeconds(10), 990, 990, 100, null));
        see(1_030, 1_030);
        assertThat(catchUp.progress()).contains(last);
        see(1_030, 3_000);
        assertThat(catchUp.progress().orElseThrow().since()).isEqualTo(Samples.NOON.plusSeconds(20));
    }

    @Test
    void offsets_that_were_set_back_begin_another_one() {
        see(10_000, 11_000);
        see(0, 11_000);
        assertThat(catchUp.progress().orElseThrow())
                .isEqualTo(new CatchUp.Progress(Samples.NOON.plusSeconds(5), null, 0, 11_000, 0, null));
    }

    @Test
    void topics_that_were_made_anew_end_it() {
        see(10_000, 11_000);
        see(0, 100);
        assertThat(catchUp.isUnderWay()).isFalse();
        assertThat(catchUp.progress().orElseThrow().percent()).isEqualTo(100);
    }

    @Property(tries = 200)
    void it_ends_always_and_says_a_hundred_only_then(@ForAll long seed) {
        SplittableRandom dice = new SplittableRandom(seed);
        CatchUp one = new CatchUp();
        long applied = dice.nextLong(1_000_000);
        long published = applied + CatchUp.MANY + dice.nextLong(1_000_000);
        one.see(now, new ListenerGroup.Position(applied, published));
        while (one.isUnderWay()) {
            CatchUp.Progress progress = one.progress().orElseThrow();
            assertThat(progress.percent()).isBetween(0, 99);
            assertThat(progress.total() - progress.applied()).isEqualTo(published - applied);
            published += dice.nextLong(100);
            applied = Math.min(published, applied + 1 + dice.nextLong(200_000));
            now = now.plusSeconds(5);
            one.see(now, new ListenerGroup.Position(applied, published));
        }
        assertThat(published - applied).isLessThan(CatchUp.FEW);
        assertThat(one.progress().orElseThrow().percent()).isEqualTo(100);
    }
}
