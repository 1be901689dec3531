package org.linli.loan.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.loan.investigation.Report.Written;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.picture.PictureRef;

/** Rule L-2: two people, two reports, each written alone and never changed after it was handed in. */
class DualInvestigationRules {
    private static final Instant NOW = Instant.parse("2026-03-10T01:00:00Z");
    private static final Written EMPTY = new Written("sealed-empty", "hash-empty");
    private static final Written WORDS = new Written("sealed-words", "hash-words");

    private final Round round = round(1);
    private final Report report = Report.opened(round, Side.BRANCH, "manager-1", EMPTY, List.of(), NOW);

    @Test
    void each_side_is_given_to_one_person() {
        assertThat(assign(round, Side.BRANCH, "manager-1")).isEmpty();
        assertThat(assign(round, Side.BRANCH, "manager-1")).as("again is fine").isEmpty();
        assertThat(assign(round, Side.BRANCH, "manager-2")).hasValue(Refusal.SIDE_TAKEN);
        assertThat(assign(round, Side.RISK, "risk-1")).isEmpty();
    }

    @Test
    void the_same_person_never_takes_both() {
        assign(round, Side.BRANCH, "manager-1");
        assertThat(assign(round, Side.RISK, "manager-1")).hasValue(Refusal.BOTH_SIDES);
        assertThat(round.assign(Side.RISK, "deputy", Set.of("manager-1"), List.of()))
                .hasValue(Refusal.BOTH_SIDES);
        assertThat(round.investigator(Side.RISK)).isNull();
    }

    @Test
    void an_absent_investigators_deputy_takes_over_and_stays_on_that_side() {
        assign(round, Side.BRANCH, "manager-1");
        assertThat(round.assign(Side.BRANCH, "deputy", Set.of("manager-1"), List.of()))
                .isEmpty();
        assertThat(round.investigator(Side.BRANCH)).isEqualTo("deputy");
        assertThat(assign(round, Side.RISK, "manager-1")).hasValue(Refusal.BOTH_SIDES);
        assertThat(assign(round, Side.RISK, "deputy")).hasValue(Refusal.BOTH_SIDES);
        assertThat(assign(round, Side.RISK, "risk-1")).isEmpty();
        assertThat(round.assign(Side.RISK, "deputy", Set.of("risk-1"), List.of()))
                .as("nor in two people's places")
                .hasValue(Refusal.BOTH_SIDES);
    }

    @Test
    void who_was_on_one_side_of_a_case_stays_there_in_every_round() {
        assign(round, Side.BRANCH, "manager-1");
        assign(round, Side.RISK, "risk-1");
        Round second = round(2);
        assertThat(second.assign(Side.RISK, "manager-1", Set.of(), List.of(round)))
                .hasValue(Refusal.BOTH_SIDES);
        assertThat(second.assign(Side.RISK, "risk-1", Set.of(), List.of(round))).isEmpty();
    }

    @Test
    void a_draft_is_saved_from_what_its_writer_saw() {
        assertThat(report.save(WORDS, null, NOW)).isEmpty();
        assertThat(report.revision()).isEqualTo(1);
        assertThat(report.save(new Written("s", "other"), null, NOW)).hasValue(Refusal.REVISION_NEEDED);
        assertThat(report.save(new Written("s", "other"), 0, NOW)).hasValue(Refusal.STALE_VERSION);
        assertThat(report.content()).isEqualTo("sealed-words");
        assertThat(report.save(new Written("s", "other"), 1, NOW)).isEmpty();
    }

    @Test
    void the_same_words_again_change_nothing() {
        report.save(WORDS, null, NOW);
        assertThat(report.save(WORDS, 0, NOW.plusSeconds(9))).isEmpty();
        assertThat(report.revision()).isEqualTo(1);
        assertThat(report.savedAt()).isEqualTo(NOW);
    }

    @Test
    void a_submitted_report_stays_as_it_is() {
        assertThat(report.submit(report, "sha", NOW)).isEmpty();
        assertThat(report.save(WORDS, 0, NOW)).hasValue(Refusal.REPORT_SUBMITTED);
        assertThat(report.save(EMPTY, 0, NOW)).hasValue(Refusal.REPORT_SUBMITTED);
        assertThat(report.add(photo(), 10)).hasValue(Refusal.REPORT_SUBMITTED);
        assertThat(report.submit(report, "other", NOW)).hasValue(Refusal.REPORT_SUBMITTED);
        assertThat(report.submittedHash()).isEqualTo("sha");
        assertThat(report.photos()).isEmpty();
    }

    @Test
    void what_changed_while_it_was_checked_is_not_submitted() {
        Report read = Report.opened(round, Side.BRANCH, "manager-1", EMPTY, List.of(), NOW);
        report.add(photo(), 10);
        assertThat(report.submit(read, "sha", NOW)).hasValue(Refusal.STALE_VERSION);
        assertThat(report.isSubmitted()).isFalse();
    }

    @Test
    void photos_have_a_limit() {
        assertThat(report.add(photo(), 1)).isEmpty();
        assertThat(report.add(photo(), 1)).hasValue(Refusal.TOO_MANY_PHOTOS);
    }

    @Test
    void the_audit_trail_knows_that_a_report_is_in_and_nothing_of_what_it_says() {
        report.save(WORDS, null, NOW);
        report.submit(report, "sha", NOW);
        assertThat(report.audit().facts().keySet())
                .containsExactlyInAnyOrder("caseId", "round", "side", "submittedAt", "sha256");
        assertThat(report.outbox()).as("no event tells of it").isEmpty();
    }

    @Test
    void a_round_is_completed_when_nothing_is_unexplained_and_then_stays_as_it_is() {
        assertThat(round.conclude("first", Set.of("goods-flow"), NOW)).isTrue();
        assertThat(round.isConcluded()).isTrue();
        assertThat(round.isCompleted()).isFalse();
        assertThat(round.conclude("second", Set.of(), NOW)).isTrue();
        assertThat(round.isCompleted()).isTrue();
        assertThat(round.conclude("third", Set.of("goods-flow"), NOW)).isFalse();
        assertThat(round.outcome()).isEqualTo("second");
    }

    private static Optional<Refusal> assign(Round round, Side side, String subject) {
        return round.assign(side, subject, Set.of(), List.of());
    }

    private static Round round(int number) {
        return Round.opened("C1", number, "/hq/B01/", NOW, "dining", new GeoPoint(30.2456, 120.191));
    }

    private static Photo photo() {
        return new Photo(
                new PictureRef("p1", 100, 100, 1_000, NOW),
                Photo.Kind.SHOP,
                NOW,
                new GeoPoint(30.2456, 120.191),
                0,
                200,
                true,
                "kept",
                "sent");
    }
}
