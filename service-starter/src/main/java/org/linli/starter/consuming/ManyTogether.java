package org.linli.starter.consuming;

/**
 * Consumer properties for {@code @KafkaListener(properties = ...)}, where a rush matters more than a moment: the broker
 * is asked a few times a second, and each answer holds many records, so that what is done once a batch is done seldom.
 * A lone record waits {@code linli.events.together-millis} at most.
 */
public final class ManyTogether {
    public static final String BYTES = "fetch.min.bytes=1000000";
    public static final String WAIT = "fetch.max.wait.ms=${linli.events.together-millis:400}";
    public static final String RECORDS = "max.poll.records=4000";

    private ManyTogether() {}
}
