package org.linli.loan.application;

import org.bson.Document;
import org.linli.loan.sealing.SealedTexts;
import org.linli.starter.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** What was taken down on a visit. */
@Component
class VisitTexts extends SealedTexts<VisitDraft> {
    VisitTexts(FieldCipher cipher) {
        super(cipher, VisitDraft.COLLECTION);
    }

    @Override
    protected void texts(Document document, String id, Each each) {
        Document form = part(document, "form");
        if (form != null) {
            each.text(form, "purpose", "form.purpose", id);
        }
    }
}
