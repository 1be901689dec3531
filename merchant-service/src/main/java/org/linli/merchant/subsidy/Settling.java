package org.linli.merchant.subsidy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.merchant.subsidy.SettlementResult.Found;
import org.linli.merchant.subsidy.SettlementResult.Listed;
import org.linli.merchant.subsidy.SettlementResult.Reason;
import org.linli.merchant.subsidy.SettlementResult.Refused;
import org.linli.starter.security.Caller;
import org.springframework.stereotype.Service;

/** Settlement files of days that are over, for staff in scope and for the merchant itself (rule M-3). */
@Service
class Settling {
    private final SubsidyLines lines;
    private final MerchantDirectory merchants;
    private final SubsidySettings settings;
    private final SettlementDays days;
    private final Clock clock;

    Settling(SubsidyLines lines, MerchantDirectory merchants, SubsidySettings settings, Clock clock) {
        this.lines = lines;
        this.merchants = merchants;
        this.settings = settings;
        this.days = new SettlementDays(settings.closesAfter(), settings.servedAfter());
        this.clock = clock;
    }

    SettlementResult forStaff(Caller staff, String merchantId, LocalDate day) {
        return file(merchants.standing(merchantId).filter(found -> staff.oversees(found.organisationPath())), day);
    }

    /** The caller is the merchant's own. */
    SettlementResult forOwner(String merchantId, LocalDate day) {
        return file(merchants.standing(merchantId), day);
    }

    private SettlementResult file(Optional<Standing> merchant, LocalDate day) {
        if (merchant.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!days.isOver(day, clock.instant())) {
            return new Refused(Reason.DAY_NOT_OVER);
        }
        String merchantId = merchant.get().merchantId();
        List<SubsidyLine> booked = lines.of(merchantId, day, settings.mostLines() + 1);
        return booked.size() > settings.mostLines()
                ? new Refused(Reason.TOO_LARGE)
                : new Found(
                        SettlementFile.of(merchantId, day, booked),
                        merchant.get().organisationPath());
    }

    /** @param organisationId a node of the tree, null for the caller's whole scope */
    SettlementResult list(
            Caller staff, LocalDate day, @Nullable String organisationId, @Nullable String after, int limit) {
        if (!days.isOver(day, clock.instant())) {
            return new Refused(Reason.DAY_NOT_OVER);
        }
        if (staff.scope().isEmpty()) {
            return new Listed(List.of());
        }
        try (Stream<SubsidyLine> found = lines.of(day, staff.scope(), after)) {
            Iterator<SubsidyLine> wanted = found.filter(line ->
                            organisationId == null || line.organisationPath().contains("/" + organisationId + "/"))
                    .iterator();
            return new Listed(byMerchant(wanted, day, limit));
        }
    }

    private static List<SettlementFile> byMerchant(Iterator<SubsidyLine> sorted, LocalDate day, int limit) {
        List<SettlementFile> files = new ArrayList<>();
        List<SubsidyLine> own = new ArrayList<>();
        while (sorted.hasNext() && files.size() < limit) {
            SubsidyLine line = sorted.next();
            if (!own.isEmpty() && !own.get(0).merchantId().equals(line.merchantId())) {
                files.add(SettlementFile.of(own.get(0).merchantId(), day, own));
                own = new ArrayList<>();
            }
            own.add(line);
        }
        if (!own.isEmpty() && files.size() < limit) {
            files.add(SettlementFile.of(own.get(0).merchantId(), day, own));
        }
        return files;
    }
}
