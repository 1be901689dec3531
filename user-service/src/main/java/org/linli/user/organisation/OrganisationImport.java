package org.linli.user.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
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
        Map<String, Wanted<BranchDetails>> branches,
        Map<String, Wanted<OutletDetails>> outlets,
        List<Rejected> rejected,
        int repeated) {

    record Rejected(@Nullable Long line, Fault fault) {}

    /**
     * What a good row wants.
     *
     * @param on the date from which it is so; null = a new node at once, and one that is there stays as it is
     */
    record Wanted<D>(
            @Nullable Long line, D details, @Nullable LocalDate on) {
        boolean saysTheSameAs(Wanted<D> other) {
            return details.equals(other.details) && Objects.equals(on, other.on);
        }
    }

    /**
     * What the tree has already.
     *
     * @param takes whether a branch takes outlets, now or when it opens
     */
    record Present(
            Predicate<String> takes,
            Function<String, Optional<BranchDetails>> branch,
            Function<String, Optional<OutletDetails>> outlet) {}

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
        private final Map<String, Wanted<BranchDetails>> branches = new LinkedHashMap<>();
        private final Map<String, Wanted<OutletDetails>> outlets = new LinkedHashMap<>();
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
            BranchDetails details = row.branch(present.branch.apply(id).orElse(null));
            refuse(present.outlet.apply(id).isPresent(), Fault.ID_TAKEN);
            Wanted<BranchDetails> wanted = new Wanted<>(row.line(), details, row.date());
            count(wanted, branches.putIfAbsent(id, wanted));
        }

        void outlet(OrganisationRow row) throws FaultyRow {
            String id = row.nodeId(Organisations.Kind.OUTLET);
            String parent = parent(row.parentId()).orElseThrow(() -> new FaultyRow(Fault.PARENT_UNKNOWN));
            OutletDetails details = row.outlet(parent, present.outlet.apply(id).orElse(null));
            refuse(present.branch.apply(id).isPresent() || branches.containsKey(id), Fault.ID_TAKEN);
            Wanted<OutletDetails> wanted = new Wanted<>(row.line(), details, row.date());
            count(wanted, outlets.putIfAbsent(id, wanted));
        }

        private Optional<String> parent(@Nullable String given) {
            if (given == null || given.isBlank()) {
                return Optional.empty();
            }
            Collection<String> candidates = List.of(given, OrganisationRow.derived(Organisations.Kind.BRANCH, given));
            return candidates.stream()
                    .filter(id -> present.takes.test(id)
                            || branches.containsKey(id)
                                    && present.branch.apply(id).isEmpty())
                    .findFirst();
        }

        /** The same row again is nothing new; another one of the same id is a mistake. */
        private <D> void count(Wanted<D> wanted, @Nullable Wanted<D> before) throws FaultyRow {
            refuse(before != null && !before.saysTheSameAs(wanted), Fault.ID_TAKEN);
            repeated += before == null ? 0 : 1;
        }

        private static void refuse(boolean bad, Fault fault) throws FaultyRow {
            if (bad) {
                throw new FaultyRow(fault);
            }
        }
    }
}
