package org.linli.loan.application;

import java.util.EnumMap;
import java.util.Map;
import org.linli.loan.calendar.WorkingCalendar;
import org.linli.loan.calendar.kernel.WorkingHours;
import org.linli.loan.product.LoanProduct;
import org.linli.loan.product.LoanProducts;
import org.linli.loan.product.PromisedDays;
import org.springframework.stereotype.Component;

/** The promises that hold for a case: those of its edition of the product, by the calendar as it is known now. */
@Component
class StageClocks {
    private final ApplicationSettings settings;
    private final WorkingCalendar calendar;
    private final LoanProducts products;

    StageClocks(ApplicationSettings settings, WorkingCalendar calendar, LoanProducts products) {
        this.settings = settings;
        this.calendar = calendar;
        this.products = products;
    }

    StagePromises of(Submission submission) {
        PromisedDays own = products.version(submission.productCode(), submission.productVersion())
                .map(LoanProduct::promisedDays)
                .orElse(null);
        return new StagePromises(own == null ? settings.promisedDays() : byStage(own), hours());
    }

    WorkingHours hours() {
        return new WorkingHours(
                calendar.days(), settings.openingTime(), settings.closingTime(), StagePromises.BANK_ZONE);
    }

    private static Map<Stage, Integer> byStage(PromisedDays days) {
        Map<Stage, Integer> promised = new EnumMap<>(Stage.class);
        promised.put(Stage.SUBMITTED, days.submitted());
        promised.put(Stage.INVESTIGATION, days.investigation());
        promised.put(Stage.APPROVAL, days.approval());
        promised.put(Stage.CONTRACT, days.contract());
        promised.put(Stage.DISBURSEMENT, days.disbursement());
        return promised;
    }
}
