package org.linli.merchant.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.linli.events.MerchantEvent;
import org.linli.events.OfferEvent;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.category.Category;
import org.linli.merchant.dossier.Dossier;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.outbox.OutboxEvent;
import org.linli.starter.picture.PictureRef;

class OnboardingRules {
    private static final Instant NOW = Instant.parse("2026-11-01T02:00:00Z");
    private static final Attachment B01 = new Attachment("B01", "/hq/B01/");
    private static final Contact CONTACT = new Contact("王小明", "13800001234");
    private static final SealedContact SEALED = new SealedContact("e1:a", "e1:b", CONTACT.masked());

    private static final Instant LATER = NOW.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-01");
    private static final List<Want> WANTED = List.of(new Want("name", "请核对"));
    private static final PictureRef PICTURE = new PictureRef("p1", 100, 100, 1_000, NOW);

    private final Merchant merchant = applied();

    @Test
    void anApplicantIsApprovedOnce() {
        assertThat(merchant.approve(NOW)).isTrue();
        assertThat(merchant.approve(NOW)).isFalse();
        assertThat(merchant.status()).isEqualTo(MerchantStatus.APPROVED);
    }

    @Test
    void aRejectedOneCannotBeApproved() {
        assertThat(merchant.reject("照片不清", NOW)).isTrue();
        assertThat(merchant.approve(NOW)).isFalse();
        assertThat(merchant.review().reason()).isEqualTo("照片不清");
    }

    @Test
    void aRejectedOneMayApplyAgain() {
        merchant.reject("照片不清", NOW);
        assertThat(merchant.applyAgain(profile("新面馆", 30.1), B01, SEALED, NOW)).isTrue();
        assertThat(merchant.status()).isEqualTo(MerchantStatus.APPLIED);
    }

    @Test
    void anApplicationUnderWayIsNotReplaced() {
        assertThat(merchant.applyAgain(profile("新面馆", 30.1), B01, SEALED, NOW)).isFalse();
        assertThat(merchant.profile().name()).isEqualTo("面馆");
    }

    @Test
    void onlyAnApprovedOneIsSuspendedAndMayComeBack() {
        assertThat(merchant.suspend("投诉", NOW)).isFalse();
        merchant.approve(NOW);
        assertThat(merchant.suspend("投诉", NOW)).isTrue();
        assertThat(merchant.resume("整改完成", NOW)).isTrue();
    }

    @Test
    void everyDecisionIsTold() {
        merchant.approve(NOW);
        merchant.suspend("投诉", NOW);
        assertThat(merchant.outbox())
                .extracting(OutboxEvent::type)
                .containsExactly("merchant-applied", "merchant-approved", "merchant-suspended");
    }

    @Test
    void eventsCarryNoContactData() {
        assertThat(merchant.outbox().get(0).dataJson()).doesNotContain("王小明", "13800001234", "owner-1");
    }

    @Test
    void whatThePublicDoesNotSeeIsNotTold() {
        merchant.present(profile("面馆", 30.2), B01, new SealedContact("e1:c", "e1:d", CONTACT.masked()), NOW);
        assertThat(merchant.outbox()).hasSize(1);
        assertThat(merchant.revision()).isEqualTo(2);
    }

    @Test
    void aMoveIsTold() {
        merchant.present(profile("面馆", 30.3), B01, SEALED, NOW);
        assertThat(merchant.outbox()).extracting(OutboxEvent::type).endsWith("merchant-moved");
    }

    @Test
    void aContactIsMaskedForStaffAndHiddenInTexts() {
        assertThat(CONTACT.masked().name()).isEqualTo("王**");
        assertThat(CONTACT.masked().phone()).isEqualTo("138****1234");
        assertThat(CONTACT).hasToString("Contact[hidden]");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsClosedStaysClosedAndWhatIsRejectedMayOnlyApplyAgain(MerchantStatus next) {
        assertThat(MerchantStatus.CLOSED.mayBecome(next)).isFalse();
        assertThat(MerchantStatus.REJECTED.mayBecome(next)).isEqualTo(next == MerchantStatus.APPLIED);
    }

    @Test
    void askedForMoreTheApplicantAnswersAndWaitsAgain() {
        assertThat(merchant.askForMore(WANTED, NOW)).isTrue();
        assertThat(merchant.approve(NOW)).isFalse();
        assertThat(merchant.review().isWaiting()).isFalse();
        assertThat(merchant.submitAgain(LATER)).isTrue();
        assertThat(merchant.submitAgain(LATER)).isFalse();
        assertThat(merchant.review().waitingSince()).isEqualTo(LATER);
        assertThat(merchant.review().wanted()).isEqualTo(WANTED);
    }

    @Test
    void aClaimHoldsUntilItsTimeIsOverAndIsGoneAfterTheDecision() {
        merchant.claim(new ReviewClaim("anna", LATER));
        assertThat(merchant.review().claimAgainst("bert", LATER.minusMillis(1))).isNotNull();
        assertThat(merchant.review().claimAgainst("anna", NOW)).isNull();
        assertThat(merchant.review().claimAgainst("bert", LATER)).isNull();
        merchant.approve(NOW);
        assertThat(merchant.review().claimAt(NOW)).isNull();
    }

    @Test
    void closingSetsTheCodeFreeAndRemembersIt() {
        assertThat(merchant.close("停业", NOW)).isTrue();
        assertThat(merchant.licenceNumber()).isNull();
        assertThat(merchant.everyLicenceNumber()).isEqualTo("91350100M000100Y43");
        assertThat(merchant.outbox()).extracting(OutboxEvent::type).endsWith("merchant-closed");
    }

    @Test
    void whoMovesAwayWithPapersForTheOldPlaceIsLookedAtAgain() {
        merchant.file(Dossier.EMPTY.withPaper("food-permit", PICTURE));
        merchant.approve(NOW);
        merchant.recheckOn(TODAY);
        merchant.moveAway(profile("面馆", 31.0), Attachment.HEAD_OFFICE, SEALED, Set.of("food-permit"), LATER);
        assertThat(merchant.status()).isEqualTo(MerchantStatus.APPLIED);
        assertThat(merchant.review().waitingSince()).isEqualTo(LATER);
        assertThat(merchant.recheck()).isNull();
        assertThat(merchant.dossier().validPapers()).isEmpty();
        assertThat(merchant.outbox().get(2).dataJson()).contains("\"status\":\"APPLIED\"");
    }

    @Test
    void whoMovesAwayWithoutSuchPapersGoesOn() {
        merchant.file(Dossier.EMPTY.withPaper("business-licence", PICTURE));
        merchant.approve(NOW);
        merchant.moveAway(profile("面馆", 31.0), Attachment.HEAD_OFFICE, SEALED, Set.of("food-permit"), LATER);
        assertThat(merchant.status()).isEqualTo(MerchantStatus.APPROVED);
        assertThat(merchant.attachment()).isEqualTo(Attachment.HEAD_OFFICE);
        assertThat(merchant.outbox()).extracting(OutboxEvent::type).endsWith("merchant-moved");
    }

    @Test
    void aMoveEndsWhatWasAssignedByHand() {
        merchant.assignTo(Attachment.HEAD_OFFICE, NOW);
        merchant.moveAway(profile("面馆", 31.0), B01, SEALED, Set.of(), LATER);
        assertThat(merchant.assignedBranchId()).isNull();
    }

    @Test
    void aRecheckIsToldOnceNotEarlyAndHoweverLate() {
        merchant.approve(NOW);
        merchant.recheckOn(TODAY);
        assertThat(merchant.noticeRecheck(TODAY.minusDays(1), NOW)).isFalse();
        assertThat(merchant.noticeRecheck(TODAY.plusDays(40), NOW)).isTrue();
        assertThat(merchant.noticeRecheck(TODAY.plusDays(41), NOW)).isFalse();
        assertThat(merchant.outbox()).extracting(OutboxEvent::type).endsWith("merchant-recheck-due");
        merchant.recheckOn(TODAY.plusYears(1));
        assertThat(merchant.noticeRecheck(TODAY.plusYears(1), NOW)).isTrue();
    }

    /** Rule G-3: search asks for hours and tags. */
    @Test
    void hoursAndTagsAreToldToOthersWhenTheyChange() {
        Profile same = profile("面馆", 30.2);
        merchant.present(same, B01, SEALED, LATER);
        int before = merchant.outbox().size();
        Profile more = new Profile(
                        same.name(), same.category(), same.address(), same.point(), "周五 17:30-02:00", List.of())
                .tagged(List.of(" 亲子 ", "亲子", "WiFi"));
        merchant.present(more, B01, SEALED, LATER);

        assertThat(merchant.outbox()).hasSize(before + 1);
        MerchantEvent.State told = MerchantFacts.told(merchant);
        assertThat(told.weeklyHours()).containsExactly(new OfferEvent.Hours("FRIDAY", "17:30", "02:00"));
        assertThat(told.tags()).containsExactly("亲子", "WiFi");
    }

    @Test
    void hoursThatAreNotUnderstoodAreNotTold() {
        Profile same = profile("面馆", 30.2);
        merchant.present(
                new Profile(same.name(), same.category(), same.address(), same.point(), "看心情", List.of()),
                B01,
                SEALED,
                LATER);
        assertThat(MerchantFacts.told(merchant).weeklyHours()).isNull();
    }

    private static Merchant applied() {
        return Merchant.applying(
                "m1", profile("面馆", 30.2), B01, SEALED, new LicenceNumber("91350100M000100Y43"), "owner-1", NOW);
    }

    private static Profile profile(String name, double lat) {
        return new Profile(name, Category.DINING, "清江路108号", new GeoPoint(lat, 120.1), null, List.of());
    }
}
