package org.linli.merchant.branch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.BranchEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.starter.geo.GeoPoint;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

@Component
class BranchListener {
    private final Branches branches;

    BranchListener(Branches branches) {
        this.branches = branches;
    }

    @KafkaListener(topics = Topics.BRANCH)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope envelope = EventEnvelope.parse(record.value());
        envelope.data().ifPresent(data -> {
            if (data instanceof BranchEvent event) {
                branches.keep(circle(event, envelope.sequence()));
            }
        });
    }

    private static BranchCircle circle(BranchEvent event, long sequence) {
        BranchEvent.State branch = event.branch();
        return new BranchCircle(
                branch.branchId(),
                sequence,
                branch.organisationPath(),
                new GeoPoint(branch.point().lat(), branch.point().lng()),
                branch.radiusMeters(),
                branch.offerReviewRequired(),
                event instanceof BranchEvent.Closed);
    }
}
