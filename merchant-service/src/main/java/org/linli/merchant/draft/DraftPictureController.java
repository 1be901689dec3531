package org.linli.merchant.draft;

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

@RestController
@RequestMapping("/api/v1/merchants/draft")
class DraftPictureController {
    private final Drafting drafting;

    DraftPictureController(Drafting drafting) {
        this.drafting = drafting;
    }

    @Allowed("merchant.apply")
    @PostMapping("/photos")
    @ResponseStatus(HttpStatus.CREATED)
    DossierAnswers.Picture photo(@RequestParam(required = false) @Nullable MultipartFile file, Caller caller) {
        return DossierAnswers.Picture.of(FilingClerk.filed(drafting.file(caller.subject(), Uploads.bytes(file), null)));
    }

    @Allowed("merchant.apply")
    @PostMapping("/papers/{paper}")
    @ResponseStatus(HttpStatus.CREATED)
    DossierAnswers.Picture paper(
            @PathVariable String paper, @RequestParam(required = false) @Nullable MultipartFile file, Caller caller) {
        return DossierAnswers.Picture.of(
                FilingClerk.filed(drafting.file(caller.subject(), Uploads.bytes(file), paper)));
    }

    @Allowed("merchant.apply")
    @GetMapping("/pictures/{pictureId}")
    ResponseEntity<byte[]> picture(@PathVariable String pictureId, Caller caller) {
        return Uploads.show(drafting.picture(caller.subject(), pictureId), CacheControl.noStore());
    }

    @Allowed("merchant.apply")
    @DeleteMapping("/pictures/{pictureId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String pictureId, Caller caller) {
        if (!drafting.removePicture(caller.subject(), pictureId)) {
            throw ProblemException.notFound();
        }
    }
}
