package org.linli.loan.marketing;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.MerchantEvent;
import org.linli.events.Topics;
import org.linli.starter.geo.GeoPoint;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears which merchants there are. */
@Component
class MerchantListener {
    private static final String APPROVED = "APPROVED";

    private final PlatformMerchants merchants;

    MerchantListener(PlatformMerchants merchants) {
        this.merchants = merchants;
    }

    @KafkaListener(topics = Topics.MERCHANT)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope envelope = EventEnvelope.parse(record.value());
        envelope.data().ifPresent(data -> {
            if (data instanceof MerchantEvent event) {
                merchants.keep(merchant(event.merchant(), envelope.sequence()));
            }
        });
    }

    private static PlatformMerchant merchant(MerchantEvent.State told, long sequence) {
        GeoPoint point = new GeoPoint(told.point().lat(), told.point().lng());
        return new PlatformMerchant(
                told.merchantId(),
                sequence,
                told.name(),
                told.category(),
                told.organisationPath(),
                point,
                APPROVED.equals(told.status()),
                PlatformMerchant.cellOf(point));
    }
}
