package org.linli.loan.marketing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** What one account manager means to visit in one week. */
@Document(Plan.COLLECTION)
@TypeAlias("marketing-plan")
@CompoundIndex(name = "week", def = "{'scopes': 1, 'monday': 1, '_id': 1}")
class Plan extends AggregateRoot {
    static final String COLLECTION = "marketing_plans";
    static final int MAX_STOPS = 200;

    private final String managerId;
    private final String organisationPath;
    private final List<String> scopes;
    private final LocalDate monday;
    private List<Stop> stops;

    @PersistenceCreator
    Plan(
            String id,
            String managerId,
            String organisationPath,
            List<String> scopes,
            LocalDate monday,
            List<Stop> stops) {
        super(id);
        this.managerId = managerId;
        this.organisationPath = organisationPath;
        this.scopes = List.copyOf(scopes);
        this.monday = monday;
        this.stops = List.copyOf(stops);
    }

    /** @param merchantId whom; nobody in particular when absent */
    record Stop(String areaId, @Nullable String merchantId, LocalDate on, int minutes) {}

    void replan(List<Stop> better) {
        stops = List.copyOf(better);
    }

    static int minutes(List<Stop> stops) {
        return stops.stream().mapToInt(Stop::minutes).sum();
    }

    String managerId() {
        return managerId;
    }

    LocalDate monday() {
        return monday;
    }

    List<Stop> stops() {
        return stops;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("marketing-plan", organisationPath)
                .with("managerId", managerId)
                .with("monday", monday)
                .with("visits", stops.size())
                .with("minutes", minutes(stops));
    }
}
