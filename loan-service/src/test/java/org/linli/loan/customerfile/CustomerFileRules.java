package org.linli.loan.customerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.linli.loan.customerfile.Finances.Asset;
import org.linli.loan.customerfile.Finances.AssetKind;
import org.linli.loan.customerfile.Finances.Debt;
import org.linli.loan.customerfile.Finances.DebtKind;
import org.linli.loan.customerfile.Party.Keys;
import org.linli.loan.customerfile.Party.Masked;
import org.linli.loan.customerfile.Party.Role;
import org.linli.loan.customerfile.Party.Sealed;
import org.linli.starter.web.ProblemException;

/** What a customer file holds, and what it does not take. */
class CustomerFileRules {
    private static final Instant AT = Instant.parse("2026-03-10T01:00:00Z");

    private final CustomerFile file = CustomerFile.opened(
            "F1",
            new Opening(FileKind.HOUSEHOLD, null, "/hq/B01/", null, null),
            party("p0", Role.HOLDER, "holder"),
            "manager",
            AT);

    @Test
    void the_same_person_is_in_a_file_once_whatever_the_role() {
        assertThat(add("p1", Role.MEMBER, "spouse")).isInstanceOf(FileOutcome.Changed.class);
        assertThat(add("p2", Role.MEMBER, "spouse")).isInstanceOf(FileOutcome.DuplicatePerson.class);
        assertThat(add("p3", Role.GUARANTOR, "spouse")).isInstanceOf(FileOutcome.DuplicatePerson.class);
        assertThat(add("p4", Role.GUARANTOR, "holder")).isInstanceOf(FileOutcome.DuplicatePerson.class);
    }

    @Test
    void lists_have_an_end() {
        for (int i = 0; i < CustomerFile.MAX_GUARANTORS; i++) {
            assertThat(add("g" + i, Role.GUARANTOR, "guarantor" + i)).isInstanceOf(FileOutcome.Changed.class);
        }
        assertThat(add("g", Role.GUARANTOR, "one more"))
                .isEqualTo(new FileOutcome.Full("GUARANTOR", CustomerFile.MAX_GUARANTORS));
    }

    @Test
    void the_holder_is_not_removed() {
        add("p1", Role.MEMBER, "spouse");
        assertThat(file.remove("p0", "manager", AT)).isInstanceOf(FileOutcome.NotFound.class);
        assertThat(file.remove("p1", "manager", AT)).isInstanceOf(FileOutcome.Changed.class);
        assertThat(file.people()).hasSize(1);
    }

    @Test
    void every_change_is_in_the_history_with_its_author() {
        add("p1", Role.MEMBER, "spouse");
        file.remove("p1", "head", AT.plusSeconds(1));
        assertThat(file.history())
                .containsExactly(
                        new FileChange(AT, "manager", FileChange.What.OPENED),
                        new FileChange(AT, "manager", FileChange.What.MEMBER_ADDED),
                        new FileChange(AT.plusSeconds(1), "head", FileChange.What.ENTRY_REMOVED));
    }

    @Test
    void what_nobody_stated_is_unknown_and_not_nothing() {
        assertThat(file.isStated()).isFalse();
        file.state(new Finances(List.of(), List.of(), 0L, null), "manager", AT);
        assertThat(file.isStated()).isTrue();
        assertThat(file.finances().monthlyExpensesFen()).isNull();
    }

    @Test
    void one_unknown_repayment_makes_the_sum_unknown() {
        Debt known = new Debt(DebtKind.BANK, 5_000_000, 100_000L);
        assertThat(finances(known).monthlyRepaymentsFen()).isEqualTo(100_000);
        assertThat(finances(known, new Debt(DebtKind.PRIVATE, 1_000_000, null)).monthlyRepaymentsFen())
                .isNull();
        assertThat(finances(known, new Debt(DebtKind.PRIVATE, 1_000_000, null)).debtsFen())
                .isEqualTo(6_000_000);
    }

    @Test
    void a_household_is_in_one_group_and_may_join_it_again() {
        assertThat(file.join("G1", "manager", AT)).isTrue();
        assertThat(file.join("G1", "manager", AT)).isTrue();
        assertThat(file.join("G2", "manager", AT)).isFalse();
    }

    @Test
    void a_paper_is_valid_until_the_end_of_its_last_day() {
        Paper paper = new Paper("x", Paper.Kind.IDENTITY_CARD, "", "", LocalDate.of(2026, 3, 10));
        assertThat(paper.isExpired(LocalDate.of(2026, 3, 10))).isFalse();
        assertThat(paper.isExpired(LocalDate.of(2026, 3, 11))).isTrue();
    }

    @Test
    void what_is_masked_does_not_tell_who_it_is() {
        assertThat(new Person("欧阳小明", new IdNumber("11010519491231002X"), null, null).maskedName())
                .isEqualTo("欧*");
        assertThat(Phone.of("+86 138-0000-0001").masked()).isEqualTo("138****0001");
        assertThat(IdNumber.of("11010519491231002x").masked()).isEqualTo("110***********002X");
        assertThat(Paper.mask("AB12345678")).isEqualTo("******5678");
        assertThat(Paper.mask("1234")).isEqualTo("**34");
        assertThat(Paper.mask("1")).isEqualTo("*");
    }

    @Test
    void an_identity_number_has_its_check_character() {
        assertThatThrownBy(() -> IdNumber.of("110105194912310021")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> Phone.of("12800000000")).isInstanceOf(ProblemException.class);
    }

    @Test
    void the_way_an_address_is_typed_does_not_hide_that_it_is_the_same() {
        assertThat(living("幸福路 12号,3单元").comparableAddress())
                .isEqualTo(living("幸福路１２号，3单元").comparableAddress());
    }

    private static Person living(String address) {
        return new Person("王", new IdNumber("11010519491231002X"), null, address);
    }

    private static Finances finances(Debt... debts) {
        return new Finances(List.of(new Asset(AssetKind.HOUSE, 1)), List.of(debts), null, null);
    }

    private FileOutcome add(String id, Role role, String who) {
        return file.add(party(id, role, who), "manager", AT);
    }

    static Party party(String id, Role role, String who) {
        return party(id, role, who, null);
    }

    static Party party(String id, Role role, String who, @Nullable Long income) {
        Sealed sealed = new Sealed("", "", null, null);
        return new Party(id, role, null, sealed, new Masked("", "", null), new Keys(who, null, null), income, null);
    }
}
