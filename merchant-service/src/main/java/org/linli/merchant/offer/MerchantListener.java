package org.linli.merchant.offer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.MerchantEvent;
import org.linli.events.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Hears that a merchant was attached elsewhere, whether a branch changed or the merchant moved, or closed. The event says only that
 * it happened; where the merchant is now says its document, so a late or repeated event does no harm.
 */
@Component
class MerchantListener {
    private final Offering offering;
    private final OffersOfClosed closed;

    MerchantListener(Offering offering, OffersOfClosed closed) {
        this.offering = offering;
        this.closed = closed;
    }

    @KafkaListener(topics = Topics.MERCHANT)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof MerchantEvent.Moved moved) {
                offering.follow(moved.merchant().merchantId());
            } else if (data instanceof MerchantEvent.Closed gone) {
                closed.end(gone.merchant().merchantId());
            }
        });
    }
}
