package org.linli.user.audit;

import java.util.List;
import java.util.Map;
import org.linli.events.AuditRecorded;
import org.linli.starter.Ids;
import org.springframework.beans.factory.BeanFactory;

/** Rows of the trail that did not need a change to come about. */
public final class PlantedRows {
    private final AuditChain chain;

    public PlantedRows(BeanFactory beans) {
        this.chain = beans.getBean(AuditChain.class);
    }

    /** @return the row's id */
    public String plant(String organisation, String targetId) {
        AuditRecorded sample = Rows.recorded(organisation);
        AuditRecorded recorded = new AuditRecorded(
                organisation,
                sample.organisationPath(),
                sample.at(),
                sample.actor(),
                sample.action(),
                sample.targetType(),
                targetId,
                Map.of(),
                sample.after(),
                sample.reason(),
                sample.requestId());
        Arrival arrival = new Arrival(Ids.next(), "/merchant-service", recorded);
        return AuditRow.id(
                organisation,
                chain.append(organisation, List.of(arrival)).head().seq());
    }
}
