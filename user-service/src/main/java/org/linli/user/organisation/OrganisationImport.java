package org.linli.user.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.linli.user.branch.BranchDetails;
import org.linli.user.organisation.OrganisationRow.Fault;
import org.linli.user.organisation.OrganisationRow.FaultyRow;
import org.linli.user.outlet.OutletDetails;

/**
 * Rows of a file on their way to becoming branches and outlets. A row is judged alone: a bad one is reported and the
 * others go on. Branches may stand below their outlets.
 *
 * @param branches the good rows by the id of their branch
 * @param outlets the good rows by the id of their outlet
 * @param repeated rows whose node another row of the batch makes
 */
record OrganisationImport(
        Map<String, BranchDetails> branches,
        Map<String, OutletDetails> outlets,
        List<Rejected> rejected,
        int repeated) {

    record Rejected(@Nullable Long line, Fault fault) {}

    /** What the tree has already. */
    record Present(Predicate<String> openBranch, Predicate<String> anyBranch, Predicate<String> anyOutlet) {}

    static OrganisationImport of(List<OrganisationRow> rows, Present present) {
        Reading reading = new Reading(present);
        List<OrganisationRow> outlets = new ArrayList<>();
        for (OrganisationRow row : rows) {
            reading.judge(row, () -> {
                if (row.kindOf() == Organisations.Kind.BRANCH) {
                    reading.branch(row);
                } else {
                    outlets.add(row);
                }
            });
        }
        outlets.forEach(row -> reading.judge(row, () -> reading.outlet(row)));
        return new OrganisationImport(reading.branches, reading.outlets, reading.rejected, reading.repeated);
    }

    @FunctionalInterface
    private interface Judgement {
        void read() throws FaultyRow;
    }

    private static final class Reading {
        private final Present present;
        private final Map<String, BranchDetails> branches = new LinkedHashMap<>();
        private final Map<String, OutletDetails> outlets = new LinkedHashMap<>();
        private final List<Rejected> rejected = new ArrayList<>();
        private int repeated;

        Reading(Present present) {
            this.present = present;
        }

        void judge(OrganisationRow row, Judgement judgement) {
            try {
                judgement.read();
            } catch (FaultyRow e) {
                rejected.add(new Rejected(row.line(), e.fault()));
            }
        }

        void branch(OrganisationRow row) throws FaultyRow {
            String id = row.nodeId(Organisations.Kind.BRANCH);
            BranchDetails details = row.branch();
            refuse(present.anyOutlet.test(id), Fault.ID_TAKEN);
            count(details, branches.putIfAbsent(id, details));
        }

        void outlet(OrganisationRow row) throws FaultyRow {
            String id = row.nodeId(Organisations.Kind.OUTLET);
            String parent = parent(row.parentId()).orElseThrow(() -> new FaultyRow(Fault.PARENT_UNKNOWN));
            OutletDetails details = row.outlet(parent);
            refuse(present.anyBranch.test(id) || branches.containsKey(id), Fault.ID_TAKEN);
            count(details, outlets.putIfAbsent(id, details));
        }

        private Optional<String> parent(@Nullable String given) {
            if (given == null || given.isBlank()) {
                return Optional.empty();
            }
            Collection<String> candidates = List.of(given, OrganisationRow.derived(Organisations.Kind.BRANCH, given));
            return candidates.stream()
                    .filter(id ->
                            present.openBranch.test(id) || branches.containsKey(id) && !present.anyBranch.test(id))
                    .findFirst();
        }

        /** The same row again is nothing new; another one of the same id is a mistake. */
        private void count(Object details, @Nullable Object before) throws FaultyRow {
            refuse(before != null && !before.equals(details), Fault.ID_TAKEN);
            repeated += before == null ? 0 : 1;
        }

        private static void refuse(boolean bad, Fault fault) throws FaultyRow {
            if (bad) {
                throw new FaultyRow(fault);
            }
        }
    }
}
