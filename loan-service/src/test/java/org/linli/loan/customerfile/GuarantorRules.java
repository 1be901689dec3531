package org.linli.loan.customerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.linli.loan.customerfile.GuaranteeRings.Found;
import org.linli.loan.customerfile.GuaranteeRings.Found.Kind;

/** Who may guarantee for whom, and how much a guarantee company stands behind. */
class GuarantorRules {
    private static final Instant AT = Instant.parse("2026-03-10T01:00:00Z");

    private final Map<String, List<String>> guarantors = new HashMap<>();
    private Set<String> group = Set.of();

    @Test
    void a_guarantor_for_whom_nobody_of_the_file_guarantees_is_no_ring() {
        guarantees("A", "B");
        guarantees("B", "C");
        assertThat(ring("A", "B").kind()).isEqualTo(Kind.NONE);
    }

    @Test
    void three_who_guarantee_in_a_circle_are_a_ring() {
        guarantees("A", "B");
        guarantees("B", "C");
        guarantees("C", "A");
        assertThat(ring("A", "B")).isEqualTo(new Found(Kind.LEAVING_GROUP, List.of("A", "B", "C")));
        assertThat(ring("B", "C").ring()).containsExactly("B", "C", "A");
    }

    @Test
    void two_who_guarantee_for_each_other_are_a_ring() {
        guarantees("A", "B");
        guarantees("B", "A");
        assertThat(ring("A", "B").ring()).containsExactly("A", "B");
    }

    @Test
    void inside_one_declared_group_a_ring_is_what_the_group_is_for() {
        guarantees("A", "B");
        guarantees("B", "C");
        guarantees("C", "A");
        group = Set.of("A", "B", "C");
        assertThat(ring("A", "B").kind()).isEqualTo(Kind.INSIDE_GROUP);
    }

    @Test
    void a_ring_that_leaves_the_group_counts_even_beside_one_inside() {
        guarantees("A", "B");
        guarantees("B", "A", "X");
        guarantees("X", "A");
        group = Set.of("A", "B");
        assertThat(ring("A", "B")).isEqualTo(new Found(Kind.LEAVING_GROUP, List.of("A", "B", "X")));
    }

    @Test
    void a_ring_of_others_is_theirs() {
        guarantees("A", "B");
        guarantees("B", "C");
        guarantees("C", "B");
        assertThat(ring("A", "B").kind()).isEqualTo(Kind.NONE);
        assertThat(ring("B", "C").kind()).isEqualTo(Kind.LEAVING_GROUP);
    }

    @Test
    void a_ring_longer_than_the_limit_is_not_looked_for() {
        for (int i = 0; i < 7; i++) {
            guarantees("F" + i, "F" + (i + 1) % 7);
        }
        assertThat(ring("F0", "F1").kind()).isEqualTo(Kind.NONE);
        guarantees("F5", "F6", "F0");
        assertThat(ring("F0", "F1").ring()).hasSize(6);
    }

    @Test
    void a_search_that_becomes_too_large_says_so_instead_of_passing() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            many.add("X" + i);
        }
        guarantors.put("B", many);
        assertThat(ring("A", "B").kind()).isEqualTo(Kind.GAVE_UP);
    }

    @Property(tries = 300)
    void a_ring_that_is_reported_is_one(@ForAll @Size(max = 20) List<@IntRange(max = 35) Integer> edges) {
        guarantors.clear();
        edges.forEach(edge -> guarantors
                .computeIfAbsent("F" + edge / 6, any -> new ArrayList<>())
                .add("F" + edge % 6));
        for (String first : guarantors.getOrDefault("F0", List.of())) {
            List<String> ring =
                    first.equals("F0") ? List.of() : ring("F0", first).ring();
            for (int i = 0; i < ring.size(); i++) {
                assertThat(guarantors.get(ring.get(i))).contains(ring.get((i + 1) % ring.size()));
            }
        }
    }

    @Test
    void a_loan_takes_its_amount_of_the_cap_once_however_often_it_asks() {
        GuaranteeCompany company = company(100);
        assertThat(company.reserve("L1", 60, AT)).isEqualTo(new GuaranteeOutcome.Done(40));
        assertThat(company.reserve("L1", 60, AT)).isEqualTo(new GuaranteeOutcome.Done(40));
        assertThat(company.reserve("L1", 50, AT)).isEqualTo(new GuaranteeOutcome.DifferentAmount(60));
        assertThat(company.reserve("L2", 41, AT)).isEqualTo(new GuaranteeOutcome.AboveCap(40));
        assertThat(company.reserve("L2", 40, AT)).isEqualTo(new GuaranteeOutcome.Done(0));
    }

    @Test
    void a_loan_consumes_what_it_reserved_and_once() {
        GuaranteeCompany company = company(100);
        assertThat(company.consume("L1", "loan-1", AT)).isInstanceOf(GuaranteeOutcome.NotReserved.class);
        company.reserve("L1", 60, AT);
        assertThat(company.consume("L1", "loan-1", AT)).isEqualTo(new GuaranteeOutcome.Done(40));
        assertThat(company.consume("L1", "loan-1", AT)).isEqualTo(new GuaranteeOutcome.Done(40));
        assertThat(company.consumedFen()).isEqualTo(60);
        company.release("L1");
        assertThat(company.availableFen()).isEqualTo(100);
    }

    @Test
    void a_cap_is_not_lowered_below_what_loans_take() {
        GuaranteeCompany company = company(100);
        company.reserve("L1", 60, AT);
        assertThat(company.changeCap(59)).isEqualTo(new GuaranteeOutcome.CapBelowUse(60));
        assertThat(company.changeCap(60)).isEqualTo(new GuaranteeOutcome.Done(0));
    }

    @Property(tries = 200)
    void whatever_is_asked_the_cap_holds(@ForAll List<@LongRange(min = 1, max = 60) Long> wishes) {
        GuaranteeCompany company = company(100);
        for (int i = 0; i < wishes.size(); i++) {
            company.reserve("L" + i % 7, wishes.get(i), AT);
            if (wishes.get(i) % 3 == 0) {
                company.release("L" + (i + 3) % 7);
            }
            assertThat(company.usedFen()).isBetween(0L, 100L);
        }
    }

    private static GuaranteeCompany company(long capFen) {
        return new GuaranteeCompany("G1", "惠农担保", "/hq/", capFen, List.of());
    }

    private void guarantees(String file, String... by) {
        guarantors.put(file, List.of(by));
    }

    private Found ring(String file, String guarantor) {
        return new GuaranteeRings(one -> guarantors.getOrDefault(one, List.of()), group::contains, 6, 200)
                .through(file, guarantor);
    }
}
