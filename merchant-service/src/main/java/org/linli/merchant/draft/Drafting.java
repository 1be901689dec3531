package org.linli.merchant.draft;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.category.Category;
import org.linli.merchant.dossier.Dossier;
import org.linli.merchant.dossier.Filing;
import org.linli.merchant.dossier.FilingClerk;
import org.linli.merchant.dossier.Paper;
import org.linli.merchant.dossier.Papers;
import org.linli.merchant.onboarding.ApplicationForm;
import org.linli.merchant.onboarding.Applying;
import org.linli.merchant.onboarding.Submission;
import org.linli.starter.Ids;
import org.linli.starter.crypto.FieldCipher;
import org.linli.starter.crypto.SealedField;
import org.linli.starter.picture.PictureRef;
import org.linli.starter.picture.Pictures;
import org.linli.starter.security.Caller;
import org.linli.starter.web.FieldProblem;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Save, resume, hand in, discard. */
@Service
class Drafting {
    private static final int EXPIRED_AT_ONCE = 100;

    private final Drafts drafts;
    private final Applying applying;
    private final FilingClerk clerk;
    private final Pictures pictures;
    private final Papers papers;
    private final SealedField sealedForm;
    private final JsonMapper json;
    private final Validator validator;
    private final Clock clock;

    Drafting(
            Drafts drafts,
            Applying applying,
            FilingClerk clerk,
            Pictures pictures,
            Papers papers,
            FieldCipher cipher,
            JsonMapper json,
            Validator validator,
            Clock clock) {
        this.drafts = drafts;
        this.applying = applying;
        this.clerk = clerk;
        this.pictures = pictures;
        this.papers = papers;
        this.sealedForm = cipher.field(Drafts.COLLECTION, "sealedForm");
        this.json = json;
        this.validator = validator;
        this.clock = clock;
    }

    /** @param expectedVersion null when the caller does not mind */
    Optional<Draft> save(String person, DraftForm form, @Nullable Long expectedVersion) {
        String sealed = seal(person, form);
        Instant now = now();
        boolean[] stale = {false};
        Draft saved = drafts.change(fresh(person), draft -> {
            stale[0] = expectedVersion != null && !expectedVersion.equals(draft.version());
            return stale[0] ? draft : draft.with(sealed, now);
        });
        return stale[0] ? Optional.empty() : Optional.of(saved);
    }

    Optional<Draft> find(String person) {
        return drafts.find(person);
    }

    DraftForm formOf(Draft draft) {
        return json.readValue(sealedForm.decrypt(draft.person(), draft.sealedForm()), DraftForm.class);
    }

    /** What the chosen category asks for and is not there yet; nothing as long as none is chosen. */
    List<Paper> missing(Draft draft) {
        String category = formOf(draft).category();
        return category == null ? List.of() : papers.missing(Category.of(category), draft.dossier());
    }

    /** @param paper null for a photo */
    Filing file(String person, byte[] sent, @Nullable String paper) {
        return clerk.file(sent, paper, picture -> put(person, paper, picture));
    }

    private Filing put(String person, @Nullable String paper, PictureRef picture) {
        Draft changed = drafts.change(fresh(person), draft -> {
            Dossier added = FilingClerk.added(draft.dossier(), paper, picture);
            return added == null ? draft : draft.with(added, now());
        });
        return changed.dossier().picture(picture.id()).isPresent()
                ? new Filing.Filed(picture)
                : new Filing.Refused(Filing.Reason.TOO_MANY);
    }

    Optional<byte[]> picture(String person, String pictureId) {
        return drafts.find(person)
                .flatMap(draft -> draft.dossier().picture(pictureId))
                .flatMap(pictures::load);
    }

    /** @return false when the draft has no such picture */
    boolean removePicture(String person, String pictureId) {
        Optional<PictureRef> known =
                drafts.find(person).flatMap(draft -> draft.dossier().picture(pictureId));
        known.ifPresent(picture -> {
            drafts.change(fresh(person), draft -> draft.with(draft.dossier().without(pictureId), now()));
            pictures.discard(picture);
        });
        return known.isPresent();
    }

    /** Hands in. Cut off in between, it is handed in again and becomes the same merchant. */
    Handing handIn(Caller applicant, Locale locale) {
        if (drafts.find(applicant.subject()).isEmpty()) {
            return new Handing.NoDraft();
        }
        Draft fresh = fresh(applicant.subject());
        Draft draft = drafts.change(fresh, found -> found.handingIn(true));
        Handing handing = handIn(draft, applicant, locale);
        if (handing instanceof Handing.Received) {
            drafts.remove(draft);
        } else {
            drafts.change(fresh, found -> found.handingIn(false));
        }
        return handing;
    }

    private Handing handIn(Draft draft, Caller applicant, Locale locale) {
        ApplicationForm form = formOf(draft).application();
        List<FieldProblem> problems = new ArrayList<>(problems(form));
        problems.addAll(Papers.problems(missing(draft), locale));
        if (!problems.isEmpty()) {
            return new Handing.Incomplete(problems);
        }
        Submission submission = applying.apply(
                draft.merchantId(), applicant.subject(), applicant.attribute("merchantId"), form, draft.dossier());
        return submission instanceof Submission.Received received
                ? new Handing.Received(received.merchant())
                : new Handing.Refused((Submission.Refused) submission);
    }

    private List<FieldProblem> problems(ApplicationForm form) {
        return validator.validate(form).stream()
                .sorted(Comparator.comparing((ConstraintViolation<ApplicationForm> violation) ->
                        violation.getPropertyPath().toString()))
                .map(violation ->
                        new FieldProblem(violation.getPropertyPath().toString(), "invalid", violation.getMessage()))
                .toList();
    }

    /** @return false when there is none */
    boolean discard(String person) {
        Optional<Draft> draft = drafts.find(person);
        draft.ifPresent(this::discard);
        return draft.isPresent();
    }

    private void discard(Draft draft) {
        // One that was cut off while it was handed in may be a merchant already: then the pictures are in use.
        if (drafts.remove(draft) && !draft.handingIn()) {
            draft.dossier().pictures().forEach(pictures::discard);
        }
    }

    void discardUntouchedFor(Duration time) {
        drafts.untouchedSince(now().minus(time), EXPIRED_AT_ONCE).forEach(this::discard);
    }

    private Draft fresh(String person) {
        return new Draft(person, null, Ids.next(), seal(person, DraftForm.EMPTY), Dossier.EMPTY, false, now());
    }

    private String seal(String person, DraftForm form) {
        return sealedForm.encrypt(person, json.writeValueAsString(form));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
