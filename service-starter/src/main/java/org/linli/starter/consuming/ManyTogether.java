package org.linli.starter.consuming;

/**
 * Consumer properties for {@code @KafkaListener(properties = ...)}, where a rush matters more than a moment: the broker
 * is asked a few times a second, and each answer holds many records, so that what is done once a batch is done seldom.
 * A lone record waits {@value #WAIT_MILLIS} ms at most.
 */
public final class ManyTogether {
    static final int WAIT_MILLIS = 400;

    public static final String BYTES = "fetch.min.bytes=200000";
    public static final String WAIT = "fetch.max.wait.ms=" + WAIT_MILLIS;
    public static final String RECORDS = "max.poll.records=4000";

    private ManyTogether() {}
}
