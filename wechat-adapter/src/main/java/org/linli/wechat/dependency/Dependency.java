package org.linli.wechat.dependency;

import java.time.Duration;

/** What this service calls, and how long it waits: one of them may hang, and the reply is still in time. */
public enum Dependency {
    STORE("store", Duration.ofMillis(800)),
    GEO_SEARCH("geo-search-service", Duration.ofMillis(2_000)),
    USER_SERVICE("user-service", Duration.ofMillis(1_600)),
    LOAN_SERVICE("loan-service", Duration.ofMillis(1_600));

    private final String label;
    private final Duration patience;

    Dependency(String label, Duration patience) {
        this.label = label;
        this.patience = patience;
    }

    public String label() {
        return label;
    }

    Duration patience() {
        return patience;
    }
}
