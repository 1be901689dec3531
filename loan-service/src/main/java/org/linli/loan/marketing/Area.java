package org.linli.loan.marketing;

import java.util.List;
import org.linli.starter.geo.GeoPoint;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** Streets that one account manager walks. */
@Document(Area.COLLECTION)
@TypeAlias("marketing-area")
@CompoundIndex(name = "scope", def = "{'scopes': 1, '_id': 1}")
class Area extends AggregateRoot {
    static final String COLLECTION = "marketing_areas";

    private final String name;
    private final String organisationPath;
    private final List<String> scopes;
    private final GeoPoint centre;
    private final int radiusMeters;
    private String managerId;

    @PersistenceCreator
    Area(
            String id,
            String name,
            String organisationPath,
            List<String> scopes,
            GeoPoint centre,
            int radiusMeters,
            String managerId) {
        super(id);
        this.name = name;
        this.organisationPath = organisationPath;
        this.scopes = List.copyOf(scopes);
        this.centre = centre;
        this.radiusMeters = radiusMeters;
        this.managerId = managerId;
    }

    void assign(String manager) {
        managerId = manager;
    }

    String name() {
        return name;
    }

    String organisationPath() {
        return organisationPath;
    }

    GeoPoint centre() {
        return centre;
    }

    int radiusMeters() {
        return radiusMeters;
    }

    String managerId() {
        return managerId;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("marketing-area", organisationPath)
                .with("managerId", managerId)
                .with("radiusMeters", radiusMeters);
    }
}
