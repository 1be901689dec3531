package org.linli.merchant.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.coupon.Wallet;
import org.linli.merchant.offer.ClaimableOffer;
import org.linli.merchant.offer.OfferShelf;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.report.ReportResult.Done;
import org.linli.merchant.report.ReportResult.Reason;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** Takes problems in (rule M-7). */
@Service
class Reporting {
    private static final ZoneId BANK = ZoneId.of("Asia/Shanghai");

    private final Reports reports;
    private final Wallet wallet;
    private final OfferShelf offers;
    private final MerchantDirectory merchants;
    private final ReportSettings settings;
    private final Clock clock;

    Reporting(
            Reports reports,
            Wallet wallet,
            OfferShelf offers,
            MerchantDirectory merchants,
            ReportSettings settings,
            Clock clock) {
        this.reports = reports;
        this.wallet = wallet;
        this.offers = offers;
        this.merchants = merchants;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param keyScope names the request: a repeat finds the report it made before */
    ReportResult file(
            String consumerId, Subject.Kind kind, String targetId, Problem problem, String text, String keyScope) {
        Optional<Subject> subject = subject(consumerId, kind, targetId);
        if (subject.isEmpty()) {
            return ReportResult.refused(Reason.UNKNOWN);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate day = now.atZone(BANK).toLocalDate();
        for (int number = 1; number <= settings.mostADay(); number++) {
            String id = Report.id(consumerId, day, number);
            Report report = Report.of(id, consumerId, subject.get(), problem, text, keyScope, now);
            Optional<Report> there = reports.find(id).or(() -> insert(report));
            if (there.filter(known -> known.keyScope().equals(keyScope)).isPresent()) {
                return new Done(there.get());
            }
        }
        return ReportResult.refused(Reason.TOO_MANY_TODAY);
    }

    /** The report under this id now: this one, or the one of whoever was faster. */
    private Optional<Report> insert(Report report) {
        try {
            return Optional.of(reports.insert(report));
        } catch (DuplicateKeyException someoneWasFaster) {
            return reports.find(report.id());
        }
    }

    private Optional<Subject> subject(String consumerId, Subject.Kind kind, String targetId) {
        Optional<String> merchantId =
                switch (kind) {
                    case MERCHANT -> Optional.of(targetId);
                    case OFFER -> offers.claimable(targetId, clock.instant()).map(ClaimableOffer::merchantId);
                    case COUPON -> wallet.find(consumerId, targetId).map(coupon -> coupon.merchantId());
                };
        return merchantId
                .flatMap(merchants::standing)
                .map(merchant -> new Subject(kind, targetId, merchant.merchantId(), merchant.organisationPath()));
    }

    List<Report> of(String consumerId, @Nullable String beforeId, int limit) {
        return reports.of(consumerId, beforeId, limit);
    }

    /** Lets a merchant's reports follow it to where it is attached now (rule P-1). */
    void follow(String merchantId) {
        merchants.standing(merchantId).ifPresent(merchant -> {
            String path = merchant.organisationPath();
            reports.notAt(path, merchantId)
                    .forEach(id -> reports.change(id, report -> report.follow(path), moved -> moved));
        });
    }
}
