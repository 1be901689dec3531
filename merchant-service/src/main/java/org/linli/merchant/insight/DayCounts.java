package org.linli.merchant.insight;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** What a page or the views of a day add up to, without the facts behind it. */
record DayCounts(
        @Id String id,
        String merchantId,
        String day,
        String organisationPath,
        @Nullable List<DayPage.Count> counts,
        @Nullable Map<String, Map<String, Long>> views) {

    /** Figures and where they belong. */
    record Row(String merchantId, String organisationPath, LocalDate day, String offerId, int hour, Figures figures) {}

    void each(Consumer<Row> taker) {
        LocalDate date = LocalDate.parse(day);
        if (counts != null) {
            counts.forEach(count -> taker.accept(
                    new Row(merchantId, organisationPath, date, count.offerId(), count.hour(), count.figures())));
        }
        if (views != null) {
            views.forEach((offerId, hours) -> hours.forEach((hour, looks) -> taker.accept(new Row(
                    merchantId, organisationPath, date, offerId, Integer.parseInt(hour), Figures.views(looks)))));
        }
    }
}
