package org.linli.loan.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.linli.loan.calculation.kernel.DayCount;
import org.linli.loan.calculation.kernel.RepaymentMethod;
import org.linli.loan.contract.signing.SigningState;

/** A contract: prepared, put before everyone, signed by everyone, then final. */
class ContractRules {
    private static final Instant NOON = Instant.parse("2026-03-10T04:00:00Z");
    private static final Instant NEXT_WEEK = NOON.plus(Duration.ofDays(7));
    private static final Instant LATER = NOON.plusSeconds(30);
    private static final List<String> HASHES = List.of("aa", "bb");

    @Test
    void it_is_final_only_when_the_borrower_every_guarantor_and_the_bank_have_signed() {
        Contract contract = signing();
        contract.heard(state(Map.of("borrower", NOON, "guarantor-1", NOON)), NOON, LATER);
        assertThat(contract.status()).isEqualTo(ContractStatus.SIGNING);
        contract.heard(state(Map.of("borrower", NOON, "guarantor-1", NOON, "bank", NOON)), NOON, LATER);
        assertThat(contract.status()).isEqualTo(ContractStatus.SIGNED);
    }

    @Test
    void a_repeated_or_older_answer_takes_no_signature_back() {
        Contract contract = signing();
        contract.heard(state(Map.of("borrower", NOON)), NOON, LATER);
        contract.heard(state(Map.of("borrower", NEXT_WEEK)), NOON, LATER);
        contract.heard(state(Map.of()), NOON, LATER);
        assertThat(contract.signatories().get(0).signedAt()).isEqualTo(NOON);
    }

    @Test
    void signatures_under_other_papers_count_for_nothing() {
        Contract contract = signing();
        Map<String, Instant> all = Map.of("borrower", NOON, "guarantor-1", NOON, "bank", NOON);
        contract.heard(new SigningState("A1-S1", List.of("aa", "ff"), all, List.of(), false), NOON, LATER);
        assertThat(contract.status()).isEqualTo(ContractStatus.SIGNING);
        assertThat(contract.trouble()).isEqualTo("other-documents");
        contract.heard(new SigningState("A2-S1", HASHES, all, List.of(), false), NOON, LATER);
        assertThat(contract.status()).as("another contract's").isEqualTo(ContractStatus.SIGNING);
    }

    @Test
    void nothing_is_edited_while_it_is_being_signed_or_afterwards() {
        Contract contract = signing();
        assertThat(contract.prepareAnew(draft(), parties())).isFalse();
        contract.heard(state(Map.of("borrower", NOON, "guarantor-1", NOON, "bank", NOON)), NOON, LATER);
        assertThat(contract.prepareAnew(draft(), parties())).isFalse();
        assertThat(contract.edition()).isEqualTo(1);
    }

    @Test
    void a_refusal_or_the_end_of_the_days_ends_it_and_a_new_edition_begins_from_nothing() {
        Contract refused = signing();
        refused.heard(
                new SigningState("A1-S1", HASHES, Map.of("borrower", NOON), List.of("guarantor-1"), false),
                NOON,
                LATER);
        assertThat(refused.status()).isEqualTo(ContractStatus.REFUSED);
        assertThat(refused.prepareAnew(draft(), parties())).isTrue();
        assertThat(refused.putBeforeParties(NOON, NEXT_WEEK)).isTrue();
        assertThat(refused.signing()).matches(fresh -> fresh.reference().equals("A1-S2"));
        assertThat(refused.signatories()).noneMatch(Signatory::hasSigned);

        Contract late = signing();
        late.heard(state(Map.of()), NEXT_WEEK.plusSeconds(1), LATER);
        assertThat(late.status()).isEqualTo(ContractStatus.EXPIRED);
        assertThat(late.putBeforeParties(NOON, NEXT_WEEK)).isFalse();
    }

    @Test
    void it_is_taken_back_until_the_borrower_has_signed_and_not_after() {
        Contract early = signing();
        early.heard(state(Map.of("guarantor-1", NOON)), NOON, LATER);
        assertThat(early.cancel()).isTrue();
        early.heard(state(Map.of("borrower", NOON)), NOON, LATER);
        assertThat(early.status()).as("nobody signs what was taken back").isEqualTo(ContractStatus.CANCELLED);

        Contract late = signing();
        late.heard(state(Map.of("borrower", NOON)), NOON, LATER);
        assertThat(late.cancel()).isFalse();
        assertThat(late.status()).isEqualTo(ContractStatus.SIGNING);
    }

    @Test
    void asking_twice_for_the_signatures_is_one_request() {
        Contract contract = signing();
        assertThat(contract.putBeforeParties(LATER, NEXT_WEEK)).isTrue();
        assertThat(contract.signing()).isEqualTo(new Contract.Signing("A1-S1", NOON, NEXT_WEEK));
    }

    @Test
    void amounts_are_written_in_capital_numerals() {
        assertThat(Wording.inWords(5_000_000)).isEqualTo("伍万元整");
        assertThat(Wording.inWords(12_345_678)).isEqualTo("壹拾贰万叁仟肆佰伍拾陆元柒角捌分");
        assertThat(Wording.inWords(100_005)).isEqualTo("壹仟元零伍分");
        assertThat(Wording.inWords(100_050)).isEqualTo("壹仟元伍角整");
        assertThat(Wording.inWords(100_000_000)).isEqualTo("壹佰万元整");
    }

    @Test
    void people_are_shown_masked() {
        ContractParties.Person person = new ContractParties.Person("欧阳娜", "990001196005110018", "13900000001", "街");
        assertThat(person.maskedName()).isEqualTo("欧**");
        assertThat(new Payee(Payee.Kind.OWN_ACCOUNT, "欧阳娜", "6222000000001234", "行").maskedAccount())
                .isEqualTo("**** 1234");
        assertThat(person + ""
                        + new ContractParties(person, List.of(), new Payee(Payee.Kind.ENTRUSTED, "a", "12345678", "b")))
                .doesNotContain("欧阳娜")
                .doesNotContain("12345678");
    }

    private static Contract signing() {
        Contract contract = Contract.prepared("A1", "/hq/B01/", draft(), parties());
        contract.putBeforeParties(NOON, NEXT_WEEK);
        return contract;
    }

    private static SigningState state(Map<String, Instant> signed) {
        return new SigningState("A1-S1", HASHES, signed, List.of(), false);
    }

    private static List<Signatory> parties() {
        return List.of(
                new Signatory("borrower", "王**", null),
                new Signatory("guarantor-1", "李**", null),
                new Signatory("bank", "银行", null));
    }

    private static Contract.Draft draft() {
        AgreedTerms terms = AgreedTerms.of(new ApprovedTerms(
                5_000_000,
                12,
                new BigDecimal("9.6"),
                RepaymentMethod.EQUAL_INSTALMENT,
                DayCount.D30_360,
                List.of(),
                LocalDate.of(2026, 6, 30),
                false,
                Set.of("approver-1")));
        return new Contract.Draft(
                terms,
                "manager-1",
                NOON,
                "sealed",
                "**** 0001",
                Payee.Kind.OWN_ACCOUNT,
                List.of(
                        new ContractDocument(ContractDocument.Kind.MAIN_CONTRACT, "aa", 10),
                        new ContractDocument(ContractDocument.Kind.REPAYMENT_SCHEDULE, "bb", 10)));
    }
}
