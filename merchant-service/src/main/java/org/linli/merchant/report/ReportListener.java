package org.linli.merchant.report;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.MerchantEvent;
import org.linli.events.Topics;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Hears that a merchant was attached elsewhere: its problems are the new branch's from then on. */
@Component
class ReportListener {
    private static final String GROUP = "merchant-service-report";

    private final Reporting reporting;

    ReportListener(Reporting reporting) {
        this.reporting = reporting;
    }

    @KafkaListener(topics = Topics.MERCHANT, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof MerchantEvent.Moved moved) {
                reporting.follow(moved.merchant().merchantId());
            }
        });
    }
}
