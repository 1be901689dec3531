package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.merchant.Merchant;
import org.linli.loan.merchant.MerchantDirectory;
import org.linli.starter.security.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Applications taken down on a visit: saved as often as the network allows, resumed, handed in once. */
@Component
class Visits {
    static final int MOST_DRAFTS = 100;
    private static final Logger log = LoggerFactory.getLogger(Visits.class);

    private final VisitDrafts drafts;
    private final LoanApplications applications;
    private final ApplicationRegister register;
    private final MerchantDirectory merchants;
    private final ApplicationSettings settings;
    private final Clock clock;

    Visits(
            VisitDrafts drafts,
            LoanApplications applications,
            ApplicationRegister register,
            MerchantDirectory merchants,
            ApplicationSettings settings,
            Clock clock) {
        this.drafts = drafts;
        this.applications = applications;
        this.register = register;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Saves the draft. The same contents again are fine whatever version they were made from: that is a repetition.
     *
     * @param expected the version that the change was made from; null for a new draft
     */
    VisitOutcome save(String draftId, VisitForm form, @Nullable Long expected, Caller staff) {
        Optional<VisitDraft> found = find(draftId, staff);
        if (found.isEmpty()) {
            return expected == null ? begin(draftId, form, staff) : new VisitOutcome.Stale();
        }
        VisitDraft draft = found.get();
        if (draft.form().equals(form)) {
            return new VisitOutcome.Saved(draft);
        }
        if (draft.handingIn()) {
            return new VisitOutcome.Closed();
        }
        return Objects.equals(expected, draft.version())
                ? saved(drafts.store(draft.with(form, now())))
                : new VisitOutcome.Stale();
    }

    private VisitOutcome begin(String draftId, VisitForm form, Caller staff) {
        drafts.find(staff.subject(), draftId).ifPresent(drafts::remove);
        if (!hasRoom(staff)) {
            return new VisitOutcome.TooMany(MOST_DRAFTS);
        }
        return saved(drafts.store(VisitDraft.begun(staff.subject(), draftId, form, now())));
    }

    /** What became an application makes room, the oldest first. */
    private boolean hasRoom(Caller staff) {
        List<VisitDraft> own = drafts.of(staff.subject(), MOST_DRAFTS);
        if (own.size() < MOST_DRAFTS) {
            return true;
        }
        Optional<VisitDraft> oldest =
                own.stream().filter(draft -> draft.applicationId() != null).reduce((newer, older) -> older);
        return oldest.filter(drafts::remove).isPresent();
    }

    private static VisitOutcome saved(Optional<VisitDraft> stored) {
        return stored.<VisitOutcome>map(VisitOutcome.Saved::new).orElseGet(VisitOutcome.Stale::new);
    }

    List<VisitDraft> own(Caller staff) {
        Instant oldest = oldest();
        return drafts.of(staff.subject(), MOST_DRAFTS).stream()
                .filter(draft -> !draft.isGone(oldest))
                .toList();
    }

    /** One whose time is over is gone, also before it is swept away. */
    Optional<VisitDraft> find(String draftId, Caller staff) {
        Instant oldest = oldest();
        return drafts.find(staff.subject(), draftId).filter(draft -> !draft.isGone(oldest));
    }

    private Instant oldest() {
        return now().minus(settings.visitDraftDays(), ChronoUnit.DAYS);
    }

    /** From when on it is gone. */
    Instant expiresAt(VisitDraft draft) {
        return draft.savedAt().plus(settings.visitDraftDays(), ChronoUnit.DAYS);
    }

    /** So near that its owner is told. */
    boolean isExpiring(VisitDraft draft) {
        Instant told = expiresAt(draft).minus(settings.visitDraftNoticeDays(), ChronoUnit.DAYS);
        return draft.applicationId() == null && !now().isBefore(told);
    }

    @Scheduled(
            fixedDelayString = "${linli.loan.applications.visit-draft-sweep-every:PT1H}",
            initialDelayString = "PT1M")
    void sweep() {
        try {
            long gone = drafts.removeOlderThan(oldest());
            if (gone > 0) {
                log.info("{} drafts of visits that nobody touched are gone", gone);
            }
        } catch (RuntimeException e) {
            log.warn("old drafts of visits stay for now: {}", e.getClass().getSimpleName());
        }
    }

    /** @return false when there is none, or it is changed or handed in at this moment */
    boolean discard(String draftId, Caller staff) {
        return find(draftId, staff)
                .filter(draft -> !draft.handingIn() || draft.applicationId() != null)
                .filter(drafts::remove)
                .isPresent();
    }

    /** Hands in. Cut off in between, it is handed in again and becomes the same application. */
    VisitOutcome handIn(String draftId, Caller staff) {
        Optional<VisitDraft> found = find(draftId, staff);
        if (found.isEmpty()) {
            return new VisitOutcome.NoDraft();
        }
        VisitDraft draft = found.get();
        String known = draft.applicationId();
        if (known != null) {
            return register.find(known)
                    .<VisitOutcome>map(
                            application -> new VisitOutcome.HandedIn(new SubmissionOutcome.Accepted(application, true)))
                    .orElseGet(VisitOutcome.NoDraft::new);
        }
        List<String> missing = draft.form().missing();
        return missing.isEmpty() ? handIn(draft, staff) : new VisitOutcome.Incomplete(missing);
    }

    private VisitOutcome handIn(VisitDraft draft, Caller staff) {
        String merchantId = Objects.requireNonNull(draft.form().merchantId());
        Optional<Merchant> merchant = merchants.find(merchantId).filter(one -> staff.oversees(one.organisationPath()));
        if (merchant.isEmpty()) {
            return new VisitOutcome.NoMerchant();
        }
        if (FourEyes.judge(FourEyes.Case.of(null, null, merchantId), FourEyes.Decider.of(staff))
                instanceof FourEyes.Conflict conflict) {
            return new VisitOutcome.FourEyesConflict(conflict.reason());
        }
        Optional<VisitDraft> frozen = draft.handingIn() ? Optional.of(draft) : drafts.store(draft.handingIn(true));
        return frozen.map(one -> submit(one, staff)).orElseGet(VisitOutcome.Stale::new);
    }

    private VisitOutcome submit(VisitDraft draft, Caller staff) {
        SubmissionOutcome outcome =
                applications.submit(draft.form().application(Submission.VISIT + draft.id(), staff.subject()));
        // Lost here, the next attempt finds the application by its key.
        drafts.store(
                outcome instanceof SubmissionOutcome.Accepted accepted
                        ? draft.became(accepted.application().id())
                        : draft.handingIn(false));
        return new VisitOutcome.HandedIn(outcome);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
