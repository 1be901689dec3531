package org.linli.merchant.onboarding;

import java.time.Duration;
import org.linli.merchant.dossier.DossierAnswers;
import org.linli.starter.picture.Uploads;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.security.Open;
import org.linli.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What others may see of a merchant's pictures: everybody the photos, staff in scope the papers as well. */
@RestController
class PictureController {
    /** Short: a merchant that is suspended is out of sight soon. */
    private static final CacheControl PUBLIC =
            CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic();

    private final MerchantDossier dossier;
    private final MerchantReview review;

    PictureController(MerchantDossier dossier, MerchantReview review) {
        this.dossier = dossier;
        this.review = review;
    }

    @Open
    @GetMapping("/api/v1/merchants/{id}/photos/{pictureId}")
    ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable String pictureId) {
        return Uploads.show(dossier.publicPhoto(id, pictureId), PUBLIC);
    }

    @Allowed("merchant.read")
    @GetMapping("/api/v1/admin/merchants/{id}/dossier")
    DossierAnswers dossier(@PathVariable String id, Caller caller) {
        Merchant merchant = review.find(caller, id).orElseThrow(ProblemException::notFound);
        return DossierAnswers.of(merchant.dossier(), dossier.missing(merchant));
    }

    @Allowed("merchant.papers")
    @GetMapping("/api/v1/admin/merchants/{id}/pictures/{pictureId}")
    ResponseEntity<byte[]> picture(@PathVariable String id, @PathVariable String pictureId, Caller caller) {
        return Uploads.show(dossier.pictureFor(caller, id, pictureId), CacheControl.noStore());
    }
}
