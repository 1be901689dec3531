package org.linli.user.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.linli.starter.outbox.OutboxEvent;

/** What a person is, allows, becomes and leaves behind (rules P-4, W-8). */
class PersonRules {
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    /** Shows for whom something was bound anew. */
    private static final Resealing RESEALING = new Resealing() {
        @Override
        public BankCustomer customer(BankCustomer one, String from, String to) {
            return new BankCustomer(
                    one.customerId(),
                    from + ">" + to,
                    one.nameEncrypted(),
                    one.idNumberEncrypted(),
                    one.idNumberIndex(),
                    one.phoneEncrypted(),
                    one.phoneIndex(),
                    one.boundAt(),
                    one.borrower());
        }

        @Override
        public Profile profile(Profile one, String from, String to) {
            return new Profile(from + ">" + to, one.gender(), one.birthYear(), one.interests(), one.homeBranch());
        }
    };

    private final User person = consumer("u1", NOW);

    private static User consumer(String id, Instant since) {
        User user = User.consumer(id, "hq", "v1:openid");
        user.logIn(since);
        return user;
    }

    private static BankCustomer customer(String id) {
        return new BankCustomer(id, "v1:no", "v1:name", "v1:id", "id-index", "v1:phone", "phone-index", NOW, null);
    }

    private static ConsentDecision marketing(boolean granted, Instant at) {
        return new ConsentDecision(ConsentPurpose.MARKETING, granted, "v1", at);
    }

    private List<String> told() {
        return person.outbox().stream().map(OutboxEvent::type).toList();
    }

    @Test
    void a_binding_is_told_by_pseudonym_only() {
        person.bind(customer("c1"), NOW);
        person.unbind(NOW);
        assertThat(told()).containsExactly("user-registered", "customer-bound", "customer-unbound");
        assertThat(person.outbox().get(1).dataJson())
                .isEqualTo("{\"userId\":\"u1\",\"customerId\":\"c1\",\"borrower\":null}");
        assertThat(person.unbind(NOW)).isFalse();
    }

    @Test
    void saying_the_same_again_is_no_decision() {
        person.decide(marketing(true, NOW));
        person.decide(marketing(true, NOW.plusSeconds(1)));
        assertThat(person.consents().history()).hasSize(1);
        person.decide(marketing(false, NOW.plusSeconds(2)));
        assertThat(person.consents().history()).hasSize(2);
        assertThat(person.consents().isGranted(ConsentPurpose.MARKETING)).isFalse();
    }

    @Test
    void a_full_history_moves_its_oldest_part_away_and_forgets_no_present_consent() {
        person.decide(new ConsentDecision(ConsentPurpose.LOCATION, true, "v1", NOW));
        for (int i = 1; i < Consents.MOST; i++) {
            person.decide(marketing(i % 2 == 0, NOW.plusSeconds(i)));
        }
        assertThat(person.consents().isFull()).isTrue();
        assertThat(person.archiveConsents(0)).isTrue();
        assertThat(person.archiveConsents(0)).isFalse();
        assertThat(person.consents().history()).hasSize(Consents.MOST - Consents.PART);
        assertThat(person.consents().isGranted(ConsentPurpose.LOCATION)).isTrue();
    }

    @Test
    void the_survivor_takes_over_what_it_has_not_and_once_only() {
        User younger = consumer("u2", NOW.plusSeconds(60));
        younger.bind(customer("c2"), NOW);
        younger.decide(marketing(true, NOW));
        younger.tag(List.of("VIP"), NOW);
        younger.block("fraud in the shop");
        assertThat(younger.mergeInto("u1")).isTrue();
        assertThat(person.absorb(younger, RESEALING, NOW)).isTrue();
        assertThat(person.absorb(younger, RESEALING, NOW)).isFalse();
        assertThat(told())
                .containsExactly("user-registered", "user-merged", "customer-bound", "tags-changed", "consent-changed");
        assertThat(person.isBlocked()).isTrue();
        assertThat(person.absorbed()).containsExactly("u2");
        assertThat(person.bankCustomer().orElseThrow().numberEncrypted()).isEqualTo("u2>u1");
        assertThat(person.profile().nicknameEncrypted()).isEqualTo("u2>u1");
    }

    @Test
    void the_later_word_counts_whoever_said_it() {
        User younger = consumer("u2", NOW.plusSeconds(60));
        person.decide(marketing(false, NOW.plusSeconds(5)));
        younger.decide(marketing(true, NOW));
        person.absorb(younger, RESEALING, NOW);
        assertThat(person.consents().isGranted(ConsentPurpose.MARKETING)).isFalse();
        assertThat(person.consents().history()).hasSize(2);
    }

    @Test
    void the_survivors_own_customer_and_profile_stay() {
        User younger = consumer("u2", NOW.plusSeconds(60));
        younger.bind(customer("c2"), NOW);
        younger.tell(new Profile("v1:other", null, 1990, List.of(), "B02"), NOW);
        person.bind(customer("c1"), NOW);
        person.tell(new Profile("v1:mine", null, null, List.of(), "B01"), NOW);
        person.absorb(younger, RESEALING, NOW);
        assertThat(person.bankCustomer().orElseThrow().customerId()).isEqualTo("c1");
        assertThat(person.organisationPath()).isEqualTo("/hq/B01/");
        assertThat(person.bankCustomer().orElseThrow().numberEncrypted()).isEqualTo("v1:no");
        assertThat(person.profile().nicknameEncrypted()).isEqualTo("v1:mine");
    }

    @Test
    void nobody_is_merged_twice_and_nobody_gone_takes_over_anything() {
        assertThat(person.mergeInto("u0")).isTrue();
        assertThat(person.mergeInto("u9")).isFalse();
        assertThat(person.absorb(consumer("u2", NOW), RESEALING, NOW)).isFalse();
        User gone = consumer("u3", NOW);
        gone.erase(NOW);
        assertThat(gone.absorb(consumer("u4", NOW), RESEALING, NOW)).isFalse();
    }

    @Test
    void whoever_is_forgotten_leaves_only_what_they_allowed() {
        person.bind(customer("c1"), NOW);
        person.tell(new Profile("v1:nick", Profile.Gender.OTHER, 1990, List.of("面食"), "B01"), NOW);
        person.tag(List.of("VIP"), NOW);
        person.decide(marketing(true, NOW));
        assertThat(person.erase(NOW)).isTrue();
        assertThat(person.erase(NOW)).isFalse();
        assertThat(person.personEncrypted()).isEmpty();
        assertThat(person.bankCustomer()).isEmpty();
        assertThat(person.profile()).isEqualTo(Profile.EMPTY);
        assertThat(person.tags()).isEmpty();
        assertThat(person.consents().current()).isEqualTo(Map.of(ConsentPurpose.MARKETING, marketing(true, NOW)));
        assertThat(person.phoneIndexesToForget()).containsExactly("phone-index");
        assertThat(person.erasureDone()).isTrue();
        assertThat(person.phoneIndexesToForget()).isEmpty();
        assertThat(told()).endsWith("customer-unbound", "user-erased");
    }

    @Test
    void what_a_person_is_like_is_told_in_categories_and_only_while_they_agree_to_profiling() {
        person.tell(new Profile("v1:nick", Profile.Gender.FEMALE, 1993, List.of("面食"), "B01"), NOW);
        assertThat(lastTold()).contains("\"gender\":null", "\"bornFrom\":null", "\"homeBranchId\":\"B01\"");
        person.decide(new ConsentDecision(ConsentPurpose.PROFILING, true, "v1", NOW));
        assertThat(lastTold())
                .contains("\"gender\":\"FEMALE\"", "\"bornFrom\":1990")
                .doesNotContain("1993", "nick", "面食");
        person.decide(new ConsentDecision(ConsentPurpose.PROFILING, false, "v1", NOW.plusSeconds(1)));
        assertThat(lastTold()).contains("\"gender\":null", "\"bornFrom\":null");
    }

    private String lastTold() {
        OutboxEvent last = person.outbox().get(person.outbox().size() - 1);
        assertThat(last.type()).isEqualTo("profile-changed");
        return last.dataJson();
    }

    @Test
    void someone_of_several_merchants_chooses_one_and_keeps_the_others() {
        User worker = User.ofMerchant("u5", "v1:phone", "index");
        worker.join("m1", MerchantRole.OWNER, NOW);
        worker.join("m2", MerchantRole.CASHIER, NOW);
        assertThat(worker.switchTo("m1")).isPresent();
        assertThat(worker.currentMembership().orElseThrow().merchantId()).isEqualTo("m1");
        assertThat(worker.switchTo("m9")).isEmpty();
        assertThat(worker.leave("m1")).isTrue();
        assertThat(worker.leave("m1")).isFalse();
        assertThat(worker.currentMembership().orElseThrow().merchantId()).isEqualTo("m2");
    }

    @Test
    void nobody_is_recognised_in_a_text() {
        assertThat(customer("c1") + "" + person + person.profile() + new WechatPerson("hq", "o-1", "u-1"))
                .doesNotContain("v1:", "index", "o-1", "u-1");
    }
}
