package org.linli.loan.history;

import java.util.List;
import java.util.Locale;
import org.linli.loan.history.statistics.Judgement;
import org.linli.loan.policy.kernel.Scorecard;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Loans of the past, of the whole bank and others': no case of anybody here. */
@RestController
@RequestMapping("/api/v1/admin/loan-history")
class HistoryController {
    private final HistoryImport historyImport;
    private final Fitting fitting;

    HistoryController(HistoryImport historyImport, Fitting fitting) {
        this.historyImport = historyImport;
        this.fitting = fitting;
    }

    /** CSV: a part of the file with its heading, as large as a body may be; repeatable. Bad rows are in the answer. */
    @Allowed("loan-history.import")
    @PostMapping("/imports")
    HistoryImport.Report run(@RequestBody String csv, Caller caller) {
        return historyImport.run(csv, caller.subject());
    }

    /** Fits a scorecard and shows how good it is; it takes effect only within a version of the policies. */
    @Allowed("loan-policy.prepare")
    @PostMapping("/scorecards")
    View fit() {
        try {
            return View.of(fitting.fit());
        } catch (IllegalArgumentException e) {
            throw ProblemException.conflict("too-little-history");
        }
    }

    /** @param auc and {@code ks} on loans that the scorecard has not seen */
    record View(Scorecard scorecard, int good, int bad, String auc, String ks, String aucOnFitted, List<Step> curve) {
        static View of(Fitting.Fitted fitted) {
            Judgement unseen = fitted.onUnseen();
            return new View(
                    fitted.scorecard(),
                    unseen.good(),
                    unseen.bad(),
                    share(unseen.auc()),
                    share(unseen.ks()),
                    share(fitted.onFitted().auc()),
                    unseen.curve().stream()
                            .map(step -> new Step(step.fromPoints(), share(step.approvalRate()), share(step.badRate())))
                            .toList());
        }
    }

    record Step(int fromPoints, String approvalRate, String badRate) {}

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}
