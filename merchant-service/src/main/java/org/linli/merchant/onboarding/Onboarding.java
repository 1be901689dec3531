package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attaching;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.category.Category;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.dossier.Papers;
import org.linli.merchant.onboarding.OwnDecision.IllegalState;
import org.linli.merchant.onboarding.OwnDecision.Made;
import org.linli.merchant.onboarding.OwnDecision.PapersMissing;
import org.linli.merchant.onboarding.OwnDecision.StaleVersion;
import org.linli.starter.geo.GeoPoint;
import org.springframework.stereotype.Service;

/** The owner's side: look, change, move, answer what was asked for, close. */
@Service
class Onboarding {
    private final Merchants merchants;
    private final Branches branches;
    private final Attaching attaching;
    private final Placing placing;
    private final ContactSeal seal;
    private final Papers papers;
    private final OnboardingSettings settings;
    private final Clock clock;

    Onboarding(
            Merchants merchants,
            Branches branches,
            Attaching attaching,
            Placing placing,
            ContactSeal seal,
            Papers papers,
            OnboardingSettings settings,
            Clock clock) {
        this.merchants = merchants;
        this.branches = branches;
        this.attaching = attaching;
        this.placing = placing;
        this.seal = seal;
        this.papers = papers;
        this.settings = settings;
        this.clock = clock;
    }

    /** The owner's own contact, in full. */
    @Nullable Contact contactOf(Merchant merchant) {
        return merchant.contact()
                .map(stored -> seal.open(merchant.id(), stored))
                .orElse(null);
    }

    Optional<Merchant> find(String merchantId) {
        return merchants.find(merchantId);
    }

    Optional<Merchant> findApproved(String merchantId) {
        return find(merchantId).filter(merchant -> merchant.status() == MerchantStatus.APPROVED);
    }

    /**
     * Replaces what the owner may change. Another place is a move: to the branch that it belongs to there, and, where
     * papers were issued for the old one, before the reviewer again.
     *
     * @param expectedRevision null when the caller does not mind
     * @return empty when there is no such merchant
     */
    Optional<OwnDecision> change(String merchantId, @Nullable Long expectedRevision, ProfileForm form) {
        Profile next = form.profile();
        SealedContact contact = seal.seal(merchantId, form.contact());
        Instant now = now();
        return attaching.during(
                places(merchantId, next.point()),
                () -> change(merchantId, merchant -> {
                    if (expectedRevision != null && merchant.revision() != expectedRevision) {
                        return new StaleVersion();
                    }
                    if (merchant.status() == MerchantStatus.CLOSED) {
                        return new IllegalState();
                    }
                    List<Paper> missing = missingFor(next.category(), merchant);
                    if (!missing.isEmpty()) {
                        return new PapersMissing(missing);
                    }
                    if (merchant.profile().point().metersTo(next.point()) > settings.movedBeyondMeters()) {
                        merchant.moveAway(next, branches.attach(next.point()), contact, papers.placeBound(), now);
                    } else {
                        merchant.present(next, placing.of(merchant, next.point()), contact, now);
                    }
                    return new Made(merchant);
                }));
    }

    /** Where it may belong with its pin there: by the circles, or by hand. */
    private List<Attachment> places(String merchantId, GeoPoint point) {
        return Stream.concat(
                        Stream.of(branches.attach(point)),
                        merchants.find(merchantId).map(merchant -> placing.of(merchant, point)).stream())
                .toList();
    }

    /** Whoever was let in as one thing becomes another only with that one's papers, handed in before. */
    private List<Paper> missingFor(Category next, Merchant merchant) {
        boolean another = merchant.status().isIn() && next != merchant.profile().category();
        return another && settings.approvalNeedsPapers() ? papers.missing(next, merchant.dossier()) : List.of();
    }

    /** Hands the application in again after more was asked for. */
    Optional<OwnDecision> submitAgain(String merchantId) {
        Instant now = now();
        return change(merchantId, merchant -> {
            List<Paper> missing = papers.missing(merchant.profile().category(), merchant.dossier());
            if (merchant.status() == MerchantStatus.MORE_WANTED
                    && settings.approvalNeedsPapers()
                    && !missing.isEmpty()) {
                return new PapersMissing(missing);
            }
            return merchant.submitAgain(now) ? new Made(merchant) : new IllegalState();
        });
    }

    Optional<OwnDecision> close(String merchantId, String reason) {
        Instant now = now();
        return change(merchantId, merchant -> merchant.close(reason, now) ? new Made(merchant) : new IllegalState());
    }

    private Optional<OwnDecision> change(String merchantId, Function<Merchant, OwnDecision> transition) {
        return merchants.change(merchantId, transition, Made.class::isInstance);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
