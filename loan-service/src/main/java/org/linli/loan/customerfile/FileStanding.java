package org.linli.loan.customerfile;

import java.util.List;
import java.util.Set;

/**
 * For whom a household stands; keyed hashes and ids, nobody's personal data.
 *
 * @param household keyed hashes of its people's identity numbers
 * @param guaranteesFor files in which somebody of the household is a guarantor
 * @param complete whether every related file was looked at; if not there may be more
 */
public record FileStanding(String fileId, Set<String> household, List<Guaranteed> guaranteesFor, boolean complete) {
    public FileStanding {
        household = Set.copyOf(household);
        guaranteesFor = List.copyOf(guaranteesFor);
    }

    /** @param merchantIds by which that household borrows */
    public record Guaranteed(String fileId, Set<String> merchantIds) {}
}
