package org.linli.geosearch.projection;

import org.bson.Document;

/** The state of one thing as the events told it. */
interface View {
    String id();

    /** Of two states of one thing the one with the higher revision is the later. */
    long revision();

    /** Without {@code _id} and {@code revision}, which {@link ViewCollection} adds. */
    Document fields();
}
