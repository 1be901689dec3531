package org.linli.merchant.onboarding;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.Dossier;
import org.linli.merchant.dossier.Filing;
import org.linli.merchant.dossier.FilingClerk;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.dossier.Papers;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.picture.PictureRef;
import org.linli.starter.picture.Pictures;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** A merchant's photos and papers: the owner hands them in, the bank's staff look, the public sees the photos. */
@Service
class MerchantDossier {
    private final Merchants merchants;
    private final MerchantReview review;
    private final FilingClerk clerk;
    private final Pictures pictures;
    private final Papers papers;
    private final AuditNotes notes;

    MerchantDossier(
            Merchants merchants,
            MerchantReview review,
            FilingClerk clerk,
            Pictures pictures,
            Papers papers,
            AuditNotes notes) {
        this.merchants = merchants;
        this.review = review;
        this.clerk = clerk;
        this.pictures = pictures;
        this.papers = papers;
        this.notes = notes;
    }

    List<Paper> missing(Merchant merchant) {
        return papers.missing(merchant.profile().category(), merchant.dossier());
    }

    /** @param paper null for a photo */
    Filing file(String merchantId, byte[] sent, @Nullable String paper) {
        Optional<Merchant> merchant = merchants.find(merchantId);
        if (merchant.isEmpty()) {
            return new Filing.Refused(Filing.Reason.NOWHERE);
        }
        if (merchant.get().status() == MerchantStatus.CLOSED) {
            return new Filing.Refused(Filing.Reason.NOT_NOW);
        }
        return clerk.file(sent, paper, picture -> put(merchantId, paper, picture));
    }

    private Filing put(String merchantId, @Nullable String paper, PictureRef picture) {
        return merchants
                .change(
                        merchantId,
                        merchant -> {
                            Dossier added = FilingClerk.added(merchant.dossier(), paper, picture);
                            if (added == null || merchant.status() == MerchantStatus.CLOSED) {
                                return new Filing.Refused(
                                        added == null ? Filing.Reason.TOO_MANY : Filing.Reason.NOT_NOW);
                            }
                            merchant.file(added);
                            return new Filing.Filed(picture);
                        },
                        Filing.Filed.class::isInstance)
                .orElseGet(() -> new Filing.Refused(Filing.Reason.NOWHERE));
    }

    /** How a removal ended. */
    enum Removal {
        REMOVED,
        UNKNOWN,
        /** A paper on which the bank let the merchant in stays. */
        ON_RECORD
    }

    Removal remove(String merchantId, String pictureId) {
        Optional<PictureRef> known =
                merchants.find(merchantId).flatMap(found -> found.dossier().picture(pictureId));
        Removal removal = merchants
                .change(
                        merchantId,
                        merchant -> {
                            if (merchant.dossier().picture(pictureId).isEmpty()) {
                                return Removal.UNKNOWN;
                            }
                            boolean photo = merchant.dossier().photo(pictureId).isPresent();
                            if (!photo && (merchant.status().isIn() || merchant.status() == MerchantStatus.CLOSED)) {
                                return Removal.ON_RECORD;
                            }
                            merchant.file(merchant.dossier().without(pictureId));
                            return Removal.REMOVED;
                        },
                        done -> done == Removal.REMOVED)
                .orElse(Removal.UNKNOWN);
        if (removal == Removal.REMOVED) {
            known.ifPresent(pictures::discard);
        }
        return removal;
    }

    /** For the owner. */
    Optional<byte[]> ownPicture(String merchantId, String pictureId) {
        return merchants
                .find(merchantId)
                .flatMap(merchant -> merchant.dossier().picture(pictureId))
                .flatMap(pictures::load);
    }

    /** For everybody: photos of merchants in good standing. */
    Optional<byte[]> publicPhoto(String merchantId, String pictureId) {
        return merchants
                .find(merchantId)
                .filter(merchant -> merchant.status() == MerchantStatus.APPROVED)
                .flatMap(merchant -> merchant.dossier().photo(pictureId))
                .flatMap(pictures::load);
    }

    /** For staff in scope; that a paper was looked at is on record before it is shown (rules P-1, P-3, P-4). */
    Optional<byte[]> pictureFor(Caller staff, String merchantId, String pictureId) {
        Optional<Merchant> merchant = review.find(staff, merchantId);
        Optional<byte[]> shown =
                merchant.flatMap(found -> found.dossier().picture(pictureId)).flatMap(pictures::load);
        if (shown.isPresent()
                && merchant.orElseThrow().dossier().photo(pictureId).isEmpty()) {
            notes.write(
                    "merchant-paper-shown",
                    merchantId,
                    AuditView.of("merchant", merchant.orElseThrow().attachment().organisationPath())
                            .with("picture", pictureId));
        }
        return shown;
    }
}
