package org.linli.loan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.linli.loan.application.ApplicationExamples.aSubmission;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.linli.loan.RunningService;
import org.linli.starter.Ids;
import org.springframework.beans.factory.annotation.Autowired;

/** A merchant has one open application per product, whatever happens at the same time or in between. */
class OneOpenApplicationRules extends RunningService {
    @Autowired
    private ApplicationRegister register;

    @Autowired
    private BorrowerFiles files;

    private final String merchant = Ids.next();

    @Test
    void of_many_submissions_at_once_one_is_stored_and_the_others_learn_of_it() throws Exception {
        List<SubmissionOutcome> outcomes = atOnce(8, () -> register.enter(submission(Ids.next()), Ids.next()));
        assertThat(outcomes)
                .filteredOn(SubmissionOutcome.Accepted.class::isInstance)
                .hasSize(1);
        assertThat(outcomes)
                .filteredOn(SubmissionOutcome.OpenApplicationExists.class::isInstance)
                .hasSize(7);
        assertThat(register.allOf(merchant)).hasSize(1);
    }

    @Test
    void the_same_submission_many_times_at_once_is_one_application() throws Exception {
        Submission same = submission("same-key");
        List<SubmissionOutcome> outcomes = atOnce(8, () -> register.enter(same, Ids.next()));
        assertThat(outcomes).allMatch(SubmissionOutcome.Accepted.class::isInstance);
        assertThat(register.allOf(merchant)).hasSize(1);
    }

    @Test
    void of_one_persons_submissions_for_several_merchants_at_once_one_is_stored() throws Exception {
        String person = "person-" + merchant;
        List<SubmissionOutcome> outcomes =
                atOnce(8, () -> register.enter(submission(Ids.next(), Ids.next(), person), Ids.next()));
        assertThat(outcomes)
                .filteredOn(SubmissionOutcome.Accepted.class::isInstance)
                .hasSize(1);
    }

    @Test
    void a_crash_between_place_and_application_leaves_the_merchant_free_to_apply() {
        files.store(BorrowerFile.empty(merchant).with("taken-then-crashed", "MICRO"));
        assertThat(register.allOf(merchant)).isEmpty();
        assertThat(register.enter(submission(Ids.next()), Ids.next())).isInstanceOf(SubmissionOutcome.Accepted.class);
        assertThat(register.allOf(merchant)).extracting(LoanApplication::id).containsExactly("taken-then-crashed");
    }

    private Submission submission(String key) {
        return submission(key, merchant, "owner-of-" + merchant);
    }

    private static Submission submission(String key, String merchant, String person) {
        Submission example = aSubmission(Instant.now().truncatedTo(ChronoUnit.MILLIS));
        return new Submission(
                key,
                merchant,
                example.merchantName(),
                example.branchId(),
                example.organisationPath(),
                example.productCode(),
                example.amountFen(),
                example.termMonths(),
                example.purpose(),
                example.businessStartedOn(),
                person,
                example.submittedAt(),
                example.storedProductVersion());
    }

    private static List<SubmissionOutcome> atOnce(
            int threads, java.util.concurrent.Callable<SubmissionOutcome> submission) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<SubmissionOutcome>> all = pool.invokeAll(
                    IntStream.range(0, threads).mapToObj(i -> submission).toList());
            List<SubmissionOutcome> outcomes = new java.util.ArrayList<>();
            for (Future<SubmissionOutcome> one : all) {
                outcomes.add(one.get());
            }
            return outcomes;
        } finally {
            pool.shutdownNow();
        }
    }
}
