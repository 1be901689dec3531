package org.linli.loan.village;

import java.util.ArrayList;
import java.util.List;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** A village that a branch gives sunshine credit in. */
@Document(Village.COLLECTION)
@TypeAlias("village")
@CompoundIndex(name = "scope", def = "{'scopes': 1, '_id': 1}")
class Village extends AggregateRoot {
    static final String COLLECTION = "villages";

    private final String name;
    private final String organisationPath;
    private final List<String> scopes;
    private final int households;

    @PersistenceCreator
    Village(String id, String name, String organisationPath, List<String> scopes, int households) {
        super(id);
        this.name = name;
        this.organisationPath = organisationPath;
        this.scopes = List.copyOf(scopes);
        this.households = households;
    }

    static Village of(String id, String name, String organisationPath, int households) {
        List<String> nodes = new ArrayList<>();
        for (int slash = organisationPath.indexOf('/', 1);
                slash > 0;
                slash = organisationPath.indexOf('/', slash + 1)) {
            nodes.add(organisationPath.substring(0, slash + 1));
        }
        return new Village(id, name, organisationPath, nodes, households);
    }

    String name() {
        return name;
    }

    String organisationPath() {
        return organisationPath;
    }

    /** All that live there, filed or not. */
    int households() {
        return households;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("village", organisationPath).with("households", households);
    }
}
