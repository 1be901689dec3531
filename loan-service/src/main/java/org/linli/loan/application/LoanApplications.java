package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.foureyes.FourEyes;
import org.linli.loan.foureyes.FourEyes.Conflict;
import org.linli.loan.merchant.Merchant;
import org.linli.loan.merchant.MerchantDirectory;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.LoanProducts;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/** Applying for a loan and following the application. */
@Component
class LoanApplications {
    private final ApplicationRegister register;
    private final LoanProducts products;
    private final MerchantDirectory merchants;
    private final StageClocks clocks;
    private final Clock clock;

    LoanApplications(
            ApplicationRegister register,
            LoanProducts products,
            MerchantDirectory merchants,
            StageClocks clocks,
            Clock clock) {
        this.register = register;
        this.products = products;
        this.merchants = merchants;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * Checks the rules and stores the application with its first event. A repetition under the same key finds what the
     * first one stored.
     *
     * @throws org.linli.starter.web.DependencyUnavailableException when the merchant cannot be asked for; nothing is
     *     stored then
     */
    SubmissionOutcome submit(NewApplication request) {
        Optional<LoanProduct> product = products.withCode(request.productCode());
        if (product.isEmpty()) {
            return new SubmissionOutcome.UnknownProduct();
        }
        Instant now = now();
        LocalDate today = StagePromises.businessDate(now);
        if (request.businessStartedOn().isAfter(today)) {
            return new SubmissionOutcome.StartsInFuture();
        }
        Optional<LoanApplication> earlier =
                register.earlier(request.merchantId(), request.productCode(), request.key());
        if (earlier.isPresent()) {
            return new SubmissionOutcome.Accepted(earlier.get(), true);
        }
        Optional<Merchant> merchant = merchants.find(request.merchantId());
        List<FailedRule> failed = EligibilityPolicy.failedBy(new Applicant(
                product.get(),
                request.amountFen(),
                request.termMonths(),
                request.businessStartedOn(),
                merchant.filter(Merchant::approved).isPresent(),
                today));
        if (merchant.isEmpty() || !failed.isEmpty()) {
            return new SubmissionOutcome.Ineligible(failed);
        }
        return register.enter(submission(request, merchant.get(), product.get().version(), now), Ids.next());
    }

    private static Submission submission(NewApplication request, Merchant merchant, int productVersion, Instant now) {
        return new Submission(
                request.key(),
                request.merchantId(),
                merchant.name(),
                merchant.branchId(),
                merchant.organisationPath(),
                request.productCode(),
                request.amountFen(),
                request.termMonths(),
                request.purpose(),
                request.businessStartedOn(),
                request.by(),
                now,
                productVersion);
    }

    /** The application, if the caller is its owner or a member of staff whose data scope holds it (rule P-1). */
    Optional<LoanApplication> find(String id, Caller caller) {
        return register.find(id).filter(application -> isVisible(application, caller));
    }

    private static boolean isVisible(LoanApplication application, Caller caller) {
        String merchantId = caller.attribute("merchantId");
        boolean owned = caller.has("OWNER")
                && merchantId != null
                && application.submission().isOf(merchantId);
        return owned || caller.oversees(application.submission().organisationPath());
    }

    /**
     * One merchant's applications, newest first.
     *
     * @param afterId the last one already seen
     * @return empty when the merchant has no application {@code afterId}
     */
    Optional<List<LoanApplication>> ofMerchant(String merchantId, @Nullable String afterId, int limit) {
        List<LoanApplication> all = register.allOf(merchantId);
        if (afterId == null) {
            return Optional.of(all.stream().limit(limit).toList());
        }
        return IntStream.range(0, all.size())
                .filter(at -> all.get(at).id().equals(afterId))
                .mapToObj(at -> all.stream().skip(at + 1L).limit(limit).toList())
                .findFirst();
    }

    Optional<LoanApplication> latestOf(String merchantId) {
        return register.allOf(merchantId).stream().findFirst();
    }

    /** @see ApplicationRegister#queue */
    List<LoanApplication> queue(
            List<String> scope, @Nullable Stage stage, ApplicationRegister.@Nullable Position after, int limit) {
        return register.queue(scope, stage, after, limit);
    }

    /** Enters a stage on behalf of a member of staff; decides again when someone else changed the application. */
    StageOutcome enterStage(String id, Stage target, Caller caller) {
        return register.change(id, application -> {
            if (!caller.oversees(application.submission().organisationPath())) {
                return new StageOutcome.NotFound();
            }
            if (FourEyes.judge(application.people(), FourEyes.Decider.of(caller)) instanceof Conflict conflict) {
                return new StageOutcome.FourEyesConflict(conflict.reason());
            }
            if (!CaseHandling.mayAct(application, caller)) {
                return new StageOutcome.NotResponsible();
            }
            return application.enter(target, caller.subject(), now(), clocks.of(application.submission()));
        });
    }

    boolean isOverdue(LoanApplication application) {
        return application.isOverdue(clock.instant());
    }

    /** Null when the clock stands or nothing is left to do. */
    @Nullable Integer daysLeft(LoanApplication application) {
        boolean runs = application.stage().isOpen()
                && application.handling().openQuestion().isEmpty();
        return runs ? clocks.of(application.submission()).daysLeft(application.stageDueAt(), clock.instant()) : null;
    }

    Instant decisionDueAt(LoanApplication application) {
        return clocks.of(application.submission())
                .decisionDueAt(application.submission().submittedAt());
    }

    /** To the millisecond: what the store keeps, so that answers now and later are the same. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
