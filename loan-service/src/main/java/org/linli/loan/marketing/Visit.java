package org.linli.loan.marketing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A visit that took place; it is recorded once and never changed. */
@Document(Visit.COLLECTION)
@TypeAlias("marketing-visit")
@CompoundIndex(name = "day", def = "{'scopes': 1, 'on': 1, '_id': 1}")
class Visit extends AggregateRoot {
    static final String COLLECTION = "marketing_visits";

    private final String managerId;
    private final String organisationPath;
    private final List<String> scopes;
    private final LocalDate on;
    private final Report report;
    private final @Nullable Long metersFromMerchant;

    @PersistenceCreator
    Visit(
            String id,
            String managerId,
            String organisationPath,
            List<String> scopes,
            LocalDate on,
            Report report,
            @Nullable Long metersFromMerchant) {
        super(id);
        this.managerId = managerId;
        this.organisationPath = organisationPath;
        this.scopes = List.copyOf(scopes);
        this.on = on;
        this.report = report;
        this.metersFromMerchant = metersFromMerchant;
    }

    /**
     * What the account manager reports.
     *
     * @param merchantId whom; absent for somebody who is not on the platform yet
     * @param place where, as the device said
     * @param followUpOn when to come again
     */
    record Report(
            String areaId,
            @Nullable String merchantId,
            GeoPoint place,
            Instant startedAt,
            int minutes,
            Result result,
            @Nullable LocalDate followUpOn) {}

    enum Result {
        NOBODY_THERE,
        NOT_INTERESTED,
        INTERESTED,
        WANTS_TO_APPLY
    }

    String managerId() {
        return managerId;
    }

    LocalDate on() {
        return on;
    }

    Report report() {
        return report;
    }

    /** How far from the shop, if that is known. */
    @Nullable Long metersFromMerchant() {
        return metersFromMerchant;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("marketing-visit", organisationPath)
                .with("areaId", report.areaId())
                .with("merchantId", report.merchantId())
                .with("result", report.result())
                .with("minutes", report.minutes());
    }
}
