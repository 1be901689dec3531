package org.linli.loan.application;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.LoanProducts;
import org.linli.starter.Ids;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Component;

/**
 * Takes over applications from elsewhere, row by row: a bad row is reported and hinders no other, a row that is already
 * here stays as it is. The administrator vouches for the merchants; merchant-service is not asked.
 */
@Component
class ApplicationImport {
    private final ApplicationRegister register;
    private final LoanProducts products;
    private final ApplicationViews views;
    private final Clock clock;

    ApplicationImport(ApplicationRegister register, LoanProducts products, ApplicationViews views, Clock clock) {
        this.register = register;
        this.products = products;
        this.views = views;
        this.clock = clock;
    }

    ImportReport run(List<ImportRow> rows, Caller caller, Locale locale) {
        int created = 0;
        int unchanged = 0;
        List<ImportReport.Rejected> rejected = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            RowOutcome outcome = take(rows.get(line - 1), caller);
            switch (outcome.kind()) {
                case CREATED -> created++;
                case UNCHANGED -> unchanged++;
                case REJECTED ->
                    rejected.add(new ImportReport.Rejected(line, outcome.code(), explain(outcome, locale)));
            }
        }
        return new ImportReport(created, unchanged, rejected);
    }

    private RowOutcome take(ImportRow row, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<Submission> readable = row.submission(caller.subject(), now);
        if (readable.isEmpty()) {
            return RowOutcome.rejected("invalid-row");
        }
        Submission submission = readable.get();
        if (!caller.oversees(submission.organisationPath())) {
            return RowOutcome.rejected("outside-data-scope");
        }
        String id = Ids.derived("loan-application-import", submission.key());
        Optional<LoanApplication> known = register.find(id);
        if (known.isPresent()) {
            return new Verdict(submission).accepted(known.get(), true);
        }
        Optional<LoanProduct> product = products.withCode(submission.productCode());
        if (product.isEmpty()) {
            return RowOutcome.rejected("unknown-product");
        }
        List<FailedRule> failed = failedBy(submission, product.get());
        return failed.isEmpty()
                ? enter(submission.under(product.get().version()), id, now)
                : RowOutcome.ineligible(failed);
    }

    /** The sweep looks for promises that break from now on; one that broke before is told right away. */
    private RowOutcome enter(Submission submission, String id, Instant now) {
        SubmissionOutcome outcome = register.enter(submission, id);
        if (outcome instanceof SubmissionOutcome.Accepted accepted
                && accepted.application().isOverdue(now)) {
            register.noticeBreach(accepted.application().id(), now);
        }
        return outcome.answer(new Verdict(submission));
    }

    private static List<FailedRule> failedBy(Submission submission, LoanProduct product) {
        return EligibilityPolicy.failedBy(new Applicant(
                product,
                submission.amountFen(),
                submission.termMonths(),
                submission.businessStartedOn(),
                true,
                StagePromises.businessDate(submission.submittedAt())));
    }

    private String explain(RowOutcome outcome, Locale locale) {
        if (outcome.failed().isEmpty()) {
            return views.text("import." + outcome.code(), locale);
        }
        return outcome.failed().stream()
                .map(failed -> views.explain(failed, locale))
                .collect(Collectors.joining(" "));
    }

    private record Verdict(Submission submission) implements SubmissionOutcome.Cases<RowOutcome> {
        @Override
        public RowOutcome accepted(LoanApplication application, boolean repeated) {
            if (!repeated) {
                return RowOutcome.CREATED;
            }
            return application.submission().asksTheSameAs(submission)
                    ? RowOutcome.UNCHANGED
                    : RowOutcome.rejected("imported-differently");
        }

        @Override
        public RowOutcome ineligible(List<FailedRule> failed) {
            return RowOutcome.ineligible(failed);
        }

        @Override
        public RowOutcome unknownProduct() {
            return RowOutcome.rejected("unknown-product");
        }

        @Override
        public RowOutcome startsInFuture() {
            return RowOutcome.rejected("invalid-row");
        }

        @Override
        public RowOutcome openApplicationExists(String applicationId) {
            return RowOutcome.rejected("open-application-exists");
        }
    }
}
