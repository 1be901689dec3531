package org.linli.merchant.onboarding;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.branch.Attaching;
import org.linli.merchant.branch.Attachment;
import org.linli.merchant.branch.Branches;
import org.linli.merchant.dossier.Dossier;
import org.linli.merchant.onboarding.Submission.Reason;
import org.linli.merchant.onboarding.Submission.Received;
import org.linli.merchant.onboarding.Submission.Refused;
import org.linli.starter.picture.Pictures;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Takes applications in (rule M-1). A licence belongs to one merchant that is under way, in or suspended. */
@Service
public class Applying {
    private final Merchants merchants;
    private final Branches branches;
    private final Attaching attaching;
    private final OwnerLinking linking;
    private final ContactSeal seal;
    private final Pictures pictures;
    private final Clock clock;

    Applying(
            Merchants merchants,
            Branches branches,
            Attaching attaching,
            OwnerLinking linking,
            ContactSeal seal,
            Pictures pictures,
            Clock clock) {
        this.merchants = merchants;
        this.branches = branches;
        this.attaching = attaching;
        this.linking = linking;
        this.seal = seal;
        this.pictures = pictures;
        this.clock = clock;
    }

    /**
     * Applies. A repeat under the same id finds the application it made before.
     *
     * @param currentMerchantId the merchant the applicant owns already, if any: one that is rejected or closed lets them
     *     go on
     */
    public Submission apply(
            String merchantId,
            String applicantId,
            @Nullable String currentMerchantId,
            ApplicationForm form,
            Dossier dossier) {
        Optional<Merchant> repeated = merchants.find(merchantId);
        if (repeated.isPresent()) {
            return received(repeated.get());
        }
        if (currentMerchantId != null && isActive(currentMerchantId)) {
            return new Refused(Reason.ALREADY_A_MERCHANT);
        }
        Application application = new Application(merchantId, applicantId, form, dossier);
        try {
            return received(insert(newcomer(application)));
        } catch (DuplicateKeyException taken) {
            return again(application);
        }
    }

    private record Application(String merchantId, String applicantId, ApplicationForm form, Dossier dossier) {
        LicenceNumber licence() {
            return LicenceNumber.parse(form.licenceNumber()).orElseThrow();
        }
    }

    private Merchant insert(Merchant newcomer) {
        return attaching.during(List.of(newcomer.attachment()), () -> merchants.insert(newcomer));
    }

    private Merchant newcomer(Application application) {
        Profile profile = application.form.profile();
        Merchant merchant = Merchant.applying(
                application.merchantId,
                profile,
                branches.attach(profile.point()),
                seal.seal(application.merchantId, application.form.contact()),
                application.licence(),
                application.applicantId,
                now());
        if (!application.dossier.equals(Dossier.EMPTY)) {
            merchant.file(application.dossier);
        }
        return merchant;
    }

    private boolean isActive(String merchantId) {
        return merchants
                .find(merchantId)
                .filter(merchant -> !merchant.status().isOver())
                .isPresent();
    }

    /** The id or the licence is known: the applicant's own rejected one goes on, anybody else's gives way. */
    private Submission again(Application application) {
        Optional<Merchant> sameTime = merchants.find(application.merchantId);
        if (sameTime.isPresent()) {
            return received(sameTime.get());
        }
        Merchant known = merchants.withLicence(application.licence().value()).orElse(null);
        if (known == null || known.status() != MerchantStatus.REJECTED) {
            return new Refused(Reason.LICENCE_ALREADY_REGISTERED);
        }
        return application.applicantId.equals(known.ownerId())
                ? goOn(known, application)
                : inPlaceOf(known.id(), application);
    }

    private Submission goOn(Merchant known, Application application) {
        Profile profile = application.form.profile();
        Attachment where = branches.attach(profile.point());
        SealedContact contact = seal.seal(known.id(), application.form.contact());
        boolean handedInAnew = !application.dossier.equals(Dossier.EMPTY);
        boolean accepted = attaching
                .during(
                        List.of(where),
                        () -> merchants.change(
                                known.id(),
                                merchant -> {
                                    boolean again = merchant.applyAgain(profile, where, contact, now());
                                    if (again && handedInAnew) {
                                        merchant.file(application.dossier);
                                    }
                                    return again;
                                },
                                again -> again))
                .orElse(false);
        if (!accepted) {
            return new Refused(Reason.LICENCE_ALREADY_REGISTERED);
        }
        if (handedInAnew) {
            known.dossier().pictures().forEach(pictures::discard);
        }
        return merchants.find(known.id()).map(this::received).orElseThrow();
    }

    /** Nobody keeps a code from its holder by an application that was turned down. */
    private Submission inPlaceOf(String knownId, Application application) {
        merchants.change(
                knownId,
                merchant -> {
                    boolean stillRejected = merchant.status() == MerchantStatus.REJECTED;
                    if (stillRejected) {
                        merchant.releaseLicence();
                    }
                    return stillRejected;
                },
                released -> released);
        try {
            return received(insert(newcomer(application)));
        } catch (DuplicateKeyException somebodyWasFaster) {
            return new Refused(Reason.LICENCE_ALREADY_REGISTERED);
        }
    }

    private Submission received(Merchant merchant) {
        linking.link(merchant);
        return new Received(Standing.of(merchant));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
