package org.linli.merchant.audience;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What facts are made from, and rules never read.
 *
 * @param gone there is nobody any more
 * @param survivor whom this person has become
 * @param seen of each part of the person the number of the event that said it
 */
record History(
        boolean consumer,
        boolean gone,
        @Nullable String survivor,
        Map<String, Long> seen,
        List<Deal> deals,
        List<Liking> likings) {}
