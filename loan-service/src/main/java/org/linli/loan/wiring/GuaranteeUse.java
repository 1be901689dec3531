package org.linli.loan.wiring;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.EventEnvelope;
import org.linli.events.LoanEvent;
import org.linli.events.Topics;
import org.linli.loan.customerfile.GuaranteeCompanies;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/**
 * What is paid out uses up what was set aside of a guarantee company's cap, and sets it aside again when it is taken
 * back. The event lies in the loan's own document, so however the service dies it is heard; heard twice it counts once.
 * For a line the company stands as long as there is the line: its first draw counts, and none that is taken back.
 */
@Component
class GuaranteeUse {
    private static final String GROUP = "loan-service-guarantee-use";

    private final GuaranteeCompanies companies;

    GuaranteeUse(GuaranteeCompanies companies) {
        this.companies = companies;
    }

    @KafkaListener(topics = Topics.LOAN, groupId = GROUP)
    void on(ConsumerRecord<String, byte[]> record) {
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof LoanEvent.Disbursed paid) {
                companies.paidOut(paid.loan().applicationId(), paid.loan().loanId());
            } else if (data instanceof LoanEvent.Reversed back && back.loan().creditLineId() == null) {
                companies.takenBack(back.loan().applicationId(), back.loan().loanId());
            }
        });
    }
}
