package org.linli.user.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.starter.security.Caller;
import org.linli.starter.table.CsvCell;
import org.linli.user.branch.Branch;

/** A member's life, absence with a deputy, and who may hand out what. */
class StaffMemberRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
    private static final Map<String, Set<String>> ROLES =
            Map.of("HEAD", Set.of("merchant.review", "merchant.read"), "CLERK", Set.of("merchant.read"));

    private static Node node(String id) {
        return new Node(id, Branch.pathOf(id));
    }

    private static StaffMember member(String username, String organisation, Assignment... assignments) {
        return StaffMember.hire(
                username, "张三", "hash", new StaffMember.Place(node(organisation), List.of(assignments)), NOW);
    }

    private static Set<String> permissionsOf(String role) {
        return ROLES.getOrDefault(role, Set.of());
    }

    private static Caller caller(String subject, Map<String, Set<String>> grants) {
        List<String> scope = grants.keySet().stream().toList();
        return new Caller(subject, "staff", Set.of(), "hq", grants, scope, Map.of());
    }

    private static Decision decision(StaffMember one, StaffMember absent, String permission, String path, Instant at) {
        return Decision.on(one, List.of(absent), StaffMemberRules::permissionsOf, permission, path, at);
    }

    private final StaffMember head = member("head", "B01", node("B01").post("HEAD"));
    private final StaffMember clerk = member("clerk", "B02", node("B02").post("CLERK"));

    private void headIsAway() {
        assertThat(head.goOnLeave(new Leave(NOW, TOMORROW, clerk.id()), NOW)).isTrue();
    }

    @Test
    void whoever_is_hired_is_at_work_until_they_leave_for_good() {
        assertThat(head.statusAt(NOW)).isEqualTo(StaffMember.Status.ACTIVE);
        head.leave(NOW);
        head.leave(TOMORROW);
        assertThat(head.statusAt(NOW)).isEqualTo(StaffMember.Status.LEFT);
        assertThat(head.currentLeave()).isEmpty();
    }

    @Test
    void a_leave_ends_after_it_begins_and_after_now_and_within_a_year() {
        assertThat(head.goOnLeave(new Leave(TOMORROW, NOW, null), NOW)).isFalse();
        assertThat(head.goOnLeave(new Leave(NOW, NOW, null), NOW)).isFalse();
        assertThat(head.goOnLeave(new Leave(NOW.minusSeconds(9), NOW, null), NOW))
                .isFalse();
        assertThat(head.goOnLeave(new Leave(NOW, NOW.plus(Duration.ofDays(367)), null), NOW))
                .isFalse();
        assertThat(head.currentLeave()).isEmpty();
    }

    @Test
    void a_deputy_acts_from_the_first_moment_of_a_leave_and_not_at_its_end() {
        headIsAway();
        assertThat(decision(clerk, head, "merchant.review", "/hq/B01/", NOW.minusMillis(1))
                        .isAllowed())
                .isFalse();
        assertThat(decision(clerk, head, "merchant.review", "/hq/B01/", NOW).isAllowed())
                .isTrue();
        assertThat(decision(clerk, head, "merchant.review", "/hq/B01/", TOMORROW.minusMillis(1))
                        .isAllowed())
                .isTrue();
        assertThat(decision(clerk, head, "merchant.review", "/hq/B01/", TOMORROW)
                        .isAllowed())
                .isFalse();
    }

    @Test
    void a_deputy_acts_in_the_name_of_the_absent() {
        headIsAway();
        assertThat(decision(clerk, head, "merchant.review", "/hq/B01/", NOW).because())
                .singleElement()
                .satisfies(grant -> assertThat(grant.deputyFor()).isEqualTo(head.id()));
    }

    @Test
    void the_grants_of_the_absent_rest() {
        headIsAway();
        assertThat(decision(head, clerk, "merchant.review", "/hq/B01/", NOW).whyNot())
                .isEqualTo(Decision.Reason.ON_LEAVE);
        assertThat(decision(head, clerk, "merchant.review", "/hq/B01/", TOMORROW)
                        .isAllowed())
                .isTrue();
    }

    @Test
    void an_absent_deputy_has_nothing_and_hands_nothing_on() {
        headIsAway();
        StaffMember third = member("third", "B02");
        clerk.goOnLeave(new Leave(NOW, TOMORROW, third.id()), NOW);
        assertThat(Grant.of(clerk, List.of(head), StaffMemberRules::permissionsOf, NOW))
                .isEmpty();
        assertThat(Grant.of(third, List.of(head, clerk), StaffMemberRules::permissionsOf, NOW))
                .extracting(Grant::deputyFor)
                .containsExactly(clerk.id());
    }

    @Test
    void returning_early_ends_the_deputyship_at_once() {
        headIsAway();
        assertThat(head.returnEarly(NOW.plusSeconds(1))).isTrue();
        assertThat(decision(clerk, head, "merchant.review", "/hq/B01/", NOW.plusSeconds(1))
                        .isAllowed())
                .isFalse();
        assertThat(head.returnEarly(NOW.plusSeconds(2))).isFalse();
    }

    @Test
    void a_refusal_says_why() {
        assertThat(decision(clerk, head, "merchant.review", "/hq/B02/", NOW).whyNot())
                .isEqualTo(Decision.Reason.LACKS_ROLE);
        assertThat(decision(clerk, head, "merchant.read", "/hq/B01/", NOW).whyNot())
                .isEqualTo(Decision.Reason.HAS_IT_ELSEWHERE);
        clerk.leave(NOW);
        assertThat(decision(clerk, head, "merchant.read", "/hq/B02/", NOW).whyNot())
                .isEqualTo(Decision.Reason.LEFT);
    }

    @Test
    void a_role_above_holds_below_and_a_name_that_only_begins_alike_does_not() {
        StaffMember all = member("all", "hq", node("hq").post("CLERK"));
        assertThat(decision(all, head, "merchant.read", "/hq/B01/", NOW).isAllowed())
                .isTrue();
        assertThat(decision(clerk, head, "merchant.read", "/hq/B021/", NOW).isAllowed())
                .isFalse();
    }

    @Test
    void nobody_decides_on_what_they_themselves_may_do() {
        Caller me = caller(head.id(), Map.of("/hq/", Set.of("staff.manage", "merchant.review")));
        assertThat(Granting.refusal(me, head.id(), List.of(), StaffMemberRules::permissionsOf))
                .isEqualTo(Staffing.Refusal.OWN_CASE);
    }

    @Test
    void nobody_hands_out_what_they_do_not_have_there() {
        Caller branch = caller("a", Map.of("/hq/B01/", Set.of("staff.manage", "merchant.read")));
        assertThat(Granting.refusal(branch, "b", List.of(node("B01").post("HEAD")), StaffMemberRules::permissionsOf))
                .isEqualTo(Staffing.Refusal.GRANTS_BEYOND_OWN);
        assertThat(Granting.refusal(branch, "b", List.of(node("B02").post("CLERK")), StaffMemberRules::permissionsOf))
                .isEqualTo(Staffing.Refusal.GRANTS_BEYOND_OWN);
        assertThat(Granting.refusal(branch, "b", List.of(node("B01").post("CLERK")), StaffMemberRules::permissionsOf))
                .isNull();
    }

    @Test
    void whoever_manages_the_whole_banks_staff_hands_out_everything() {
        Caller all = caller("a", Map.of("/hq/", Set.of("staff.manage")));
        assertThat(Granting.refusal(all, "b", List.of(node("B01").post("HEAD")), StaffMemberRules::permissionsOf))
                .isNull();
    }

    @Test
    void a_chosen_password_is_long_but_not_too_long_and_does_not_tell_the_name() {
        assertThat(PasswordPolicy.isFit("123456789", "zhang")).isFalse();
        assertThat(PasswordPolicy.isFit("1234567890", "zhang")).isTrue();
        assertThat(PasswordPolicy.isFit("长".repeat(25), "zhang")).isFalse();
        assertThat(PasswordPolicy.isFit("my-ZHANG-2026", "zhang")).isFalse();
    }

    @Test
    void a_cell_that_a_spreadsheet_would_compute_is_made_text() {
        assertThat(List.of("=1+1", "+1", "-1", "@SUM(A1)"))
                .allMatch(cell -> CsvCell.harmless(cell).equals("'" + cell));
        assertThat(CsvCell.harmless("张三")).isEqualTo("张三");
        assertThat(CsvCell.harmless("")).isEmpty();
    }

    @Test
    void the_audit_trail_learns_no_name_and_no_hash() {
        assertThat(head.audit().facts().values()).noneMatch(fact -> fact.contains("张三") || fact.equals("hash"));
        assertThat(head).hasToString("StaffMember[" + head.id() + "]");
    }

    @Test
    void whoever_has_a_post_at_an_outlet_follows_it_below_another_branch() {
        Node before = new Node("x1", "/hq/B01/x1/");
        StaffMember member = StaffMember.hire(
                "agent",
                "李四",
                "hash",
                new StaffMember.Place(
                        before, List.of(before.post("CLERK"), node("B03").post("CLERK"))),
                NOW);
        member.follow(new Node("x1", "/hq/B02/x1/"));
        assertThat(member.organisationPath()).isEqualTo("/hq/B02/x1/");
        assertThat(member.assignments()).extracting(Assignment::path).containsExactly("/hq/B02/x1/", "/hq/B03/");
    }
}
