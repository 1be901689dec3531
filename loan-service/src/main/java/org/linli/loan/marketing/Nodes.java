package org.linli.loan.marketing;

import java.util.ArrayList;
import java.util.List;

/** Places of the organisation tree. */
final class Nodes {
    private Nodes() {}

    /** {@code /hq/B01/} gives {@code /hq/} and {@code /hq/B01/}. */
    static List<String> upTo(String path) {
        List<String> nodes = new ArrayList<>();
        for (int slash = path.indexOf('/', 1); slash > 0; slash = path.indexOf('/', slash + 1)) {
            nodes.add(path.substring(0, slash + 1));
        }
        return nodes;
    }
}
