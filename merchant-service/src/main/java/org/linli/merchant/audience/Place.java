package org.linli.merchant.audience;

import java.util.stream.Stream;

/** Places of the organisation tree. */
final class Place {
    static final String HEAD_OFFICE = "/hq/";

    private Place() {}

    /** The place and all that it hangs from, without head office, under which everything is. */
    static Stream<String> andAbove(String path) {
        return Stream.iterate(path, one -> one.length() > HEAD_OFFICE.length(), Place::above);
    }

    private static String above(String path) {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }

    static String of(String organisationId) {
        return organisationId.equals("hq") ? HEAD_OFFICE : HEAD_OFFICE + organisationId + "/";
    }
}
