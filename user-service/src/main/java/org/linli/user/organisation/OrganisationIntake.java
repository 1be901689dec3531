package org.linli.user.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.FileEntry;
import org.linli.user.organisation.OrganisationImport.Rejected;
import org.linli.user.organisation.OrganisationRow.Fault;
import org.linli.user.outlet.Outlet;
import org.linli.user.outlet.Outlets;
import org.springframework.stereotype.Component;

/** Makes true what the rows of a file say about the tree: branches first, then what hangs below them. */
@Component
class OrganisationIntake {
    private final Branches branches;
    private final Outlets outlets;

    OrganisationIntake(Branches branches, Outlets outlets) {
        this.branches = branches;
        this.outlets = outlets;
    }

    record Report(int created, int changed, int unchanged, List<Rejected> rejected) {}

    Report take(List<OrganisationRow> rows) {
        OrganisationImport read = OrganisationImport.of(rows, present());
        Tally tally = new Tally(read.rejected());
        read.branches()
                .forEach((id, row) -> tally.count(row.line(), branches.enterFromFile(id, row.details(), row.on())));
        read.outlets()
                .forEach((id, row) -> tally.count(row.line(), outlets.enterFromFile(id, row.details(), row.on())));
        return tally.report(read.repeated());
    }

    private OrganisationImport.Present present() {
        return new OrganisationImport.Present(
                id -> branches.find(id).filter(branch -> !branch.isClosed()).isPresent(),
                id -> branches.find(id).map(Branch::details),
                id -> outlets.find(id).map(Outlet::details));
    }

    private static final class Tally {
        private final List<Rejected> rejected;
        private final Map<FileEntry, Integer> counts = new EnumMap<>(FileEntry.class);

        Tally(List<Rejected> faulty) {
            this.rejected = new ArrayList<>(faulty);
        }

        void count(@Nullable Long line, FileEntry entry) {
            Fault fault = faultOf(entry);
            if (fault == null) {
                counts.merge(entry, 1, Integer::sum);
            } else {
                rejected.add(new Rejected(line, fault));
            }
        }

        private static @Nullable Fault faultOf(FileEntry entry) {
            return switch (entry) {
                case CREATED, CHANGED, UNCHANGED -> null;
                case ID_TAKEN -> Fault.ID_TAKEN;
                case CHANGE_PENDING -> Fault.CHANGE_PENDING;
                case CLOSED -> Fault.CLOSED;
                case DATE_OUT_OF_RANGE -> Fault.DATE_OUT_OF_RANGE;
                case PARENT_UNKNOWN -> Fault.PARENT_UNKNOWN;
            };
        }

        Report report(int repeated) {
            return new Report(
                    of(FileEntry.CREATED), of(FileEntry.CHANGED), of(FileEntry.UNCHANGED) + repeated, rejected);
        }

        private int of(FileEntry entry) {
            return counts.getOrDefault(entry, 0);
        }
    }
}
