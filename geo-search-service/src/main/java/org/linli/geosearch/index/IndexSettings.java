package org.linli.geosearch.index;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The Elasticsearch connection and how new indices are made.
 *
 * @param urls one or more nodes
 * @param apiKey empty = none
 * @param prefix of the indices' names, where several installations share a cluster
 * @param refreshInterval how long a written document may stay invisible; part of the two seconds of rule G-4
 * @param searchTimeout a search that takes longer is answered with 503
 */
@Validated
@ConfigurationProperties("linli.index")
record IndexSettings(
        @NotNull List<URI> urls,
        @DefaultValue("") String apiKey,
        @DefaultValue("") String prefix,
        @DefaultValue("1") @Min(1) @Max(64) int shards,
        @DefaultValue("0") @Min(0) @Max(5) int replicas,
        @DefaultValue("250ms") Duration refreshInterval,
        @DefaultValue("500ms") Duration connectTimeout,
        @DefaultValue("1500ms") Duration searchTimeout,
        @DefaultValue("15s") Duration writeTimeout,
        @DefaultValue("64") @Min(1) @Max(1000) int maxConnections) {
    private static final String VERSION = "-v";
    private static final String NEXT = "-next";

    String alias(SearchIndex index) {
        return prefix + index.alias();
    }

    /** The alias of an index that is being built beside the one in use. */
    String next(SearchIndex index) {
        return alias(index) + NEXT;
    }

    String version(SearchIndex index, int number) {
        return alias(index) + VERSION + number;
    }

    String everyVersion(SearchIndex index) {
        return alias(index) + VERSION + "*";
    }

    /** The number in such a name. */
    int number(SearchIndex index, String name) {
        return Integer.parseInt(name.substring((alias(index) + VERSION).length()));
    }
}
