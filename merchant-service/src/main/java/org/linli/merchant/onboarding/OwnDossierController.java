package org.linli.merchant.onboarding;

import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.DossierAnswers;
import org.linli.merchant.dossier.FilingClerk;
import org.linli.starter.picture.Uploads;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The owner's own photos and papers. */
@RestController
@RequestMapping("/api/v1/merchants/mine")
class OwnDossierController {
    private final MerchantDossier dossier;
    private final Onboarding onboarding;

    OwnDossierController(MerchantDossier dossier, Onboarding onboarding) {
        this.dossier = dossier;
        this.onboarding = onboarding;
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @GetMapping("/dossier")
    DossierAnswers dossier(Caller caller) {
        Merchant merchant = onboarding.find(caller.require("merchantId")).orElseThrow(ProblemException::notFound);
        return DossierAnswers.of(merchant.dossier(), dossier.missing(merchant));
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @PostMapping("/photos")
    @ResponseStatus(HttpStatus.CREATED)
    DossierAnswers.Picture photo(@RequestParam(required = false) @Nullable MultipartFile file, Caller caller) {
        return DossierAnswers.Picture.of(
                FilingClerk.filed(dossier.file(caller.require("merchantId"), Uploads.bytes(file), null)));
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @PostMapping("/papers/{paper}")
    @ResponseStatus(HttpStatus.CREATED)
    DossierAnswers.Picture paper(
            @PathVariable String paper, @RequestParam(required = false) @Nullable MultipartFile file, Caller caller) {
        return DossierAnswers.Picture.of(
                FilingClerk.filed(dossier.file(caller.require("merchantId"), Uploads.bytes(file), paper)));
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @GetMapping("/pictures/{pictureId}")
    ResponseEntity<byte[]> picture(@PathVariable String pictureId, Caller caller) {
        return Uploads.show(dossier.ownPicture(caller.require("merchantId"), pictureId), CacheControl.noStore());
    }

    @Allowed(value = "merchant.manage-own", own = "merchantId")
    @DeleteMapping("/pictures/{pictureId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String pictureId, Caller caller) {
        switch (dossier.remove(caller.require("merchantId"), pictureId)) {
            case REMOVED -> {}
            case UNKNOWN -> throw ProblemException.notFound();
            case ON_RECORD -> throw ProblemException.conflict("paper-on-record");
        }
    }
}
