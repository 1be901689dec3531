package org.linli.loan.straightthrough;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.LoanApplicationEvent;
import org.linli.events.Topics;
import org.linli.loan.bureau.CreditReportArrived;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * Tries every application as soon as it is submitted, and again when the bureau that it waited for is back. Hearing of one
 * twice is no harm: the record of the case says that it was tried.
 */
@Component
class PathListener {
    private static final String GROUP = "loan-service-straight-through";
    private static final String SUBMITTED = "application-submitted";

    private final StraightThrough path;

    PathListener(StraightThrough path) {
        this.path = path;
    }

    @KafkaListener(topics = Topics.LOAN_APPLICATION, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        if (!new String(record.value(), StandardCharsets.UTF_8).contains(SUBMITTED)) {
            return;
        }
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof LoanApplicationEvent.Submitted submitted) {
                path.tryAlone(submitted.application().applicationId());
            }
        });
    }

    @EventListener
    void on(CreditReportArrived arrived) {
        path.tryAlone(arrived.caseId());
    }
}
