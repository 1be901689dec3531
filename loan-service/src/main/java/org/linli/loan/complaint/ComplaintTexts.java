package org.linli.loan.complaint;

import org.bson.Document;
import org.linli.loan.sealing.SealedTexts;
import org.linli.starter.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** What was complained about, and the answer. */
@Component
class ComplaintTexts extends SealedTexts<Complaint> {
    ComplaintTexts(FieldCipher cipher) {
        super(cipher, Complaint.COLLECTION);
    }

    @Override
    protected void texts(Document document, String id, Each each) {
        each.text(document, "text", "text", id);
        each.text(document, "answer", "answer", id);
    }
}
