package org.linli.geosearch.nearby;

/** What is looked for; the name keeps a cursor of one list from being used for another. */
enum NearbyList {
    OFFERS,
    MERCHANTS,
    BRANCHES
}
