package org.linli.merchant.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Answers what offers brought (rule M-6), to whom it concerns (rule P-1). */
@Service
class Statistics {
    private static final String OWN = "statistics.own";
    private static final String READ = "statistics.read";
    private static final String HEAD_OFFICE = "hq";
    private static final int HOURS = 24;

    private final Counted counted;
    private final MerchantDirectory merchants;
    private final OfferShelf offers;

    Statistics(Counted counted, MerchantDirectory merchants, OfferShelf offers) {
        this.counted = counted;
        this.merchants = merchants;
        this.offers = offers;
    }

    /** What lines of a merchant's figures stand for; the names are those of the parameter. */
    enum ByMerchant {
        day,
        offer,
        hour
    }

    /** What lines of a branch's figures stand for; the names are those of the parameter. */
    enum ByPlace {
        branch,
        merchant,
        day
    }

    /** The merchant, when its figures are the caller's own or lie in the caller's scope. */
    Optional<Standing> visible(Caller caller, String merchantId) {
        boolean own = caller.may(OWN) && merchantId.equals(caller.attribute("merchantId"));
        return merchants.standing(merchantId).filter(found -> own || caller.may(READ, found.organisationPath()));
    }

    Report ofMerchant(String merchantId, LocalDate from, LocalDate to, ByMerchant by) {
        Report.Sums sums = new Report.Sums(
                switch (by) {
                    case day -> row -> row.day().toString();
                    case offer -> DayCounts.Row::offerId;
                    case hour -> row -> hour(row.hour());
                });
        switch (by) {
            case day -> days(from, to).forEach(sums::expect);
            case hour ->
                Stream.iterate(0, hour -> hour < HOURS, hour -> hour + 1)
                        .map(Statistics::hour)
                        .forEach(sums::expect);
            case offer -> {}
        }
        counted.ofMerchant(merchantId, from, to, sums::add);
        return by == ByMerchant.offer ? withTitles(sums.best(from, to)) : sums.inOrder(from, to);
    }

    private Report withTitles(Report report) {
        return report.named(
                offers.titles(report.lines().stream().map(Report.Line::key).toList()));
    }

    private static String hour(int hour) {
        return String.format("%02d", hour);
    }

    private static Stream<String> days(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(LocalDate::toString);
    }

    /** @param organisationId a node of the tree, null for the caller's whole scope */
    Report ofPlaces(Caller caller, @Nullable String organisationId, LocalDate from, LocalDate to, ByPlace by) {
        Report.Sums sums = new Report.Sums(
                switch (by) {
                    case branch -> row -> node(row.organisationPath());
                    case merchant -> DayCounts.Row::merchantId;
                    case day -> row -> row.day().toString();
                });
        if (by == ByPlace.day) {
            days(from, to).forEach(sums::expect);
        }
        counted.ofPlaces(places(caller.scope(), organisationId), from, to, sums::add);
        return switch (by) {
            case day -> sums.inOrder(from, to);
            case branch -> sums.best(from, to);
            case merchant -> withNames(sums.best(from, to));
        };
    }

    private Report withNames(Report report) {
        return report.named(
                merchants.names(report.lines().stream().map(Report.Line::key).toList()));
    }

    private static String node(String organisationPath) {
        String[] nodes = organisationPath.split("/");
        return nodes[nodes.length - 1];
    }

    /** The part of the scope at and below the node. */
    static List<String> places(List<String> scope, @Nullable String organisationId) {
        if (organisationId == null) {
            return scope;
        }
        String wanted = HEAD_OFFICE.equals(organisationId) ? "/hq/" : "/hq/" + organisationId + "/";
        return scope.stream()
                .filter(place -> place.startsWith(wanted) || wanted.startsWith(place))
                .map(place -> place.length() > wanted.length() ? place : wanted)
                .distinct()
                .toList();
    }

    /** The merchant's figures month by month (rule L-6); empty when there is no such merchant. */
    Optional<Map<YearMonth, Figures>> months(String merchantId, YearMonth from, YearMonth to) {
        return merchants.standing(merchantId).map(merchant -> {
            Map<YearMonth, Figures> months = new LinkedHashMap<>();
            for (YearMonth month = from; !month.isAfter(to); month = month.plusMonths(1)) {
                months.put(month, Figures.NONE);
            }
            counted.ofMerchant(
                    merchantId,
                    from.atDay(1),
                    to.atEndOfMonth(),
                    row -> months.merge(YearMonth.from(row.day()), row.figures(), Figures::plus));
            return months;
        });
    }
}
