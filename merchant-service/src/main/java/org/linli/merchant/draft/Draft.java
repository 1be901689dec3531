package org.linli.merchant.draft;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.dossier.Dossier;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A person's draft. It has no owner at the bank and leaves no trail: nothing happened yet.
 *
 * @param person whose it is: a second one has no place
 * @param merchantId what it becomes when handed in, so that handing in twice makes one merchant
 * @param handingIn its pictures may be a merchant's by now
 * @param sealedForm the form as encrypted JSON: all of it may be personal (rule P-4)
 */
@Document(Drafts.COLLECTION)
@TypeAlias("draft")
record Draft(
        @Id String person,
        @Version @Nullable Long version,
        String merchantId,
        String sealedForm,
        Dossier dossier,
        boolean handingIn,
        @Indexed Instant savedAt) {
    Draft with(String form, Instant now) {
        return new Draft(person, version, merchantId, form, dossier, handingIn, now);
    }

    Draft with(Dossier handedIn, Instant now) {
        return new Draft(person, version, merchantId, sealedForm, handedIn, handingIn, now);
    }

    Draft handingIn(boolean now) {
        return new Draft(person, version, merchantId, sealedForm, dossier, now, savedAt);
    }
}
