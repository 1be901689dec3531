package org.linli.loan.application;

import java.util.List;
import org.bson.Document;
import org.linli.loan.sealing.SealedTexts;
import org.linli.starter.crypto.FieldCipher;
import org.springframework.stereotype.Component;

/** What people say in a case: its purpose, questions and answers, and who is named for it. */
@Component
class CaseTexts extends SealedTexts<LoanApplication> {
    private static final String ID = "_id";

    CaseTexts(FieldCipher cipher) {
        super(cipher, LoanApplication.COLLECTION);
    }

    @Override
    protected void texts(Document document, String id, Each each) {
        Document submission = part(document, "submission");
        if (submission != null) {
            each.text(submission, "purpose", "submission.purpose", id);
        }
        Document handling = part(document, "handling");
        if (handling != null) {
            questions(handling, id, each);
            assignees(handling, id, each);
        }
    }

    /** Questions are added, never moved: each is known by its place. */
    private static void questions(Document handling, String id, Each each) {
        if (handling.get("questions") instanceof List<?> questions) {
            for (int i = 0; i < questions.size(); i++) {
                if (questions.get(i) instanceof Document question) {
                    question.put(ID, "q" + i);
                    String owner = id + "/q" + i;
                    each.text(question, "text", "handling.questions.text", owner);
                    each.text(question, "answer", "handling.questions.answer", owner);
                }
            }
        }
    }

    private static void assignees(Document handling, String id, Each each) {
        Document assignees = part(handling, "assignees");
        if (assignees != null) {
            for (String role : assignees.keySet()) {
                Document assignee = part(assignees, role);
                if (assignee != null) {
                    each.text(assignee, "name", "handling.assignees." + role + ".name", id);
                }
            }
        }
    }
}
