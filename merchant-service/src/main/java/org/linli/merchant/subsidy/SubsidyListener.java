package org.linli.merchant.subsidy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.linli.events.CouponEvent;
import org.linli.events.EventEnvelope;
import org.linli.events.Topics;
import org.linli.merchant.onboarding.MerchantDirectory;
import org.linli.merchant.onboarding.Standing;
import org.linli.starter.consuming.ManyTogether;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Follows the service's own coupons, in a group of its own; repeats do no harm. */
@Component
class SubsidyListener {
    private static final String GROUP = "merchant-service-subsidy";
    private static final String HEAD_OFFICE = "/hq/";

    private final SubsidyLines lines;
    private final MerchantDirectory merchants;
    private final SettlementDays days;
    private final Clock clock;

    SubsidyListener(SubsidyLines lines, MerchantDirectory merchants, SubsidySettings settings, Clock clock) {
        this.lines = lines;
        this.merchants = merchants;
        this.days = new SettlementDays(settings.closesAfter(), settings.servedAfter());
        this.clock = clock;
    }

    @KafkaListener(
            topics = Topics.COUPON,
            groupId = GROUP,
            properties = {ManyTogether.BYTES, ManyTogether.WAIT, ManyTogether.RECORDS})
    void on(ConsumerRecord<String, byte[]> record) {
        if (!mayBeSubsidised(record.value())) {
            return;
        }
        EventEnvelope.parse(record.value()).data().ifPresent(data -> {
            if (data instanceof CouponEvent event) {
                String path = merchants
                        .recentStanding(event.merchantId())
                        .map(Standing::organisationPath)
                        .orElse(HEAD_OFFICE);
                SubsidyLine.of(event, path, days, clock.instant()).ifPresent(lines::add);
            }
        });
    }

    /** Thousands of claims come for each subsidised redemption: they are not worth being read as events. */
    private static boolean mayBeSubsidised(byte[] event) {
        return new String(event, StandardCharsets.UTF_8).contains("subsidyFen");
    }
}
