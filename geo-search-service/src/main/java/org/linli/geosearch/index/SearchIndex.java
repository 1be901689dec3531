package org.linli.geosearch.index;

/**
 * The two indices. All reading and writing goes through the alias, so that another version of an index can be filled
 * beside the one in use and take its place.
 */
public enum SearchIndex {
    OFFERS("offers"),
    MERCHANTS("merchants");

    /** To be raised with every change of a mapping or of what {@link FindText} holds: an older index is then rebuilt. */
    static final int MAPPING_VERSION = 4;

    private final String alias;

    SearchIndex(String alias) {
        this.alias = alias;
    }

    String alias() {
        return alias;
    }

    /** The mapping's resource, beside this class. */
    String mapping() {
        return alias + "-mapping.json";
    }
}
