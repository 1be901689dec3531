package org.linli.loan.application;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.starter.Ids;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An application that a member of staff takes down on a visit. The device chooses {@code draftId}, so that a save whose
 * answer got lost is repeated and stays one draft.
 *
 * @param handingIn being handed in: it does not change any more, unless it was refused
 * @param applicationId what it became
 */
@Document(VisitDraft.COLLECTION)
@TypeAlias("visit-draft")
@CompoundIndex(name = "merchant", def = "{'form.merchantId': 1}")
record VisitDraft(
        @Id String id,
        @Version @Nullable Long version,
        @Indexed String staff,
        String draftId,
        VisitForm form,
        @Indexed Instant savedAt,
        boolean handingIn,
        @Nullable String applicationId) {
    static final String COLLECTION = "loan_visit_drafts";

    static String idOf(String staff, String draftId) {
        return Ids.derived("loan-visit", staff, draftId);
    }

    static VisitDraft begun(String staff, String draftId, VisitForm form, Instant at) {
        return new VisitDraft(idOf(staff, draftId), null, staff, draftId, form, at, false, null);
    }

    /** One that is just being handed in is finished first. */
    boolean isGone(Instant oldest) {
        return savedAt.isBefore(oldest) && (!handingIn || applicationId != null);
    }

    VisitDraft with(VisitForm newForm, Instant at) {
        return new VisitDraft(id, version, staff, draftId, newForm, at, handingIn, applicationId);
    }

    VisitDraft handingIn(boolean now) {
        return new VisitDraft(id, version, staff, draftId, form, savedAt, now, applicationId);
    }

    VisitDraft became(String application) {
        return new VisitDraft(id, version, staff, draftId, form, savedAt, true, application);
    }
}
