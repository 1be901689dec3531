package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.loan.application.ApplicationRegister.Position;
import org.linli.loan.application.Resuming.Left;
import org.linli.loan.application.Resuming.Part;

/** Moves that a crash cut off are finished, also when the store is away at the start. */
class ResumptionRules {
    private final Map<String, LoanApplication> stored = new HashMap<>();
    private final List<String> resumed = new CopyOnWriteArrayList<>();
    private final AtomicInteger awayFor = new AtomicInteger();
    private final AtomicInteger stuckFor = new AtomicInteger();

    @Test
    void a_stuck_case_does_not_block_the_others_and_is_left_for_the_next_pass() {
        store("a", "b", "c");
        stuckFor.set(1);
        Resuming resuming = new Resuming(new Stored());
        Left left = resuming.pass(List.of(Part.all(driver("b"))));
        assertThat(resumed).containsExactly("a", "c");
        assertThat(left.parts()).extracting(Part::caseId).containsExactly("b");
        assertThat(left.trouble()).isEqualTo("IllegalStateException");
        assertThat(resuming.pass(left.parts()).parts()).isEmpty();
        assertThat(resumed).containsExactly("a", "c", "b");
    }

    @Test
    void a_store_that_goes_away_is_asked_again_from_where_it_was() {
        store("a", "b");
        awayFor.set(1);
        Resuming resuming = new Resuming(new Stored());
        Left left = resuming.pass(List.of(Part.all(driver(""))));
        assertThat(left.parts()).hasSize(1);
        assertThat(resuming.pass(left.parts()).parts()).isEmpty();
        assertThat(resumed).containsExactly("a", "b");
    }

    @Test
    void it_goes_on_until_nothing_is_left_and_says_how_much_waits() {
        store("a", "b");
        awayFor.set(3);
        stuckFor.set(4);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Duration pause = Duration.ofMillis(1);
        StageResumption resumption =
                new StageResumption(new Stored(), List.of(driver("b")), pause, pause.multipliedBy(4), meters);
        assertThat(meters.get("loan.stages.unfinished").gauge().value()).isZero();
        resumption.begin();
        await().atMost(Duration.ofSeconds(20)).until(() -> resumed.contains("b"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> meters.get("loan.stages.unfinished").gauge().value() == 0);
        assertThat(resumed).containsExactly("a", "b");
    }

    @Test
    void a_case_that_went_on_meanwhile_is_left_alone() {
        store("a");
        stuckFor.set(1);
        Resuming resuming = new Resuming(new Stored());
        Left left = resuming.pass(List.of(Part.all(driver("a"))));
        stored.get("a").enter(Stage.INVESTIGATION, "x", Instant.EPOCH, ApplicationExamples.PROMISES);
        assertThat(resuming.pass(left.parts()).parts()).isEmpty();
        assertThat(resumed).isEmpty();
    }

    private void store(String... ids) {
        for (String id : ids) {
            Submission asked = new Submission(
                    id,
                    "M1",
                    "shop",
                    "B01",
                    "/hq/B01/",
                    "MICRO",
                    1_000_000,
                    12,
                    "stock",
                    LocalDate.of(2020, 1, 1),
                    "p1",
                    Instant.parse("2026-03-02T02:00:00Z"),
                    1);
            stored.put(id, LoanApplication.submitted(id, asked, ApplicationExamples.PROMISES));
        }
    }

    private StageDriver driver(String stuck) {
        return new StageDriver() {
            @Override
            public Stage stage() {
                return Stage.SUBMITTED;
            }

            @Override
            public void resume(LoanCase loanCase) {
                if (loanCase.id().equals(stuck) && stuckFor.getAndDecrement() > 0) {
                    throw new IllegalStateException("stuck");
                }
                resumed.add(loanCase.id());
            }
        };
    }

    private final class Stored implements Resuming.Cases {
        @Override
        public List<LoanApplication> page(Stage stage, @Nullable Position after) {
            if (awayFor.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            return after != null ? List.of() : new ArrayList<>(new java.util.TreeMap<>(stored).values());
        }

        @Override
        public Optional<LoanApplication> find(String id) {
            return Optional.ofNullable(stored.get(id));
        }
    }
}
