package org.linli.user.organisation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.user.branch.Branch;
import org.linli.user.branch.Branches;
import org.linli.user.branch.NodeStatus;
import org.linli.user.branch.OrganisationNode;
import org.linli.user.branch.PendingChange;
import org.linli.user.outlet.Outlet;
import org.linli.user.outlet.Outlets;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The organisation tree: head office, the branches below it, and their outlets. */
@Component
public class Organisations {
    static final String HEAD_OFFICE = Branch.HEAD_OFFICE;
    static final String HEAD_OFFICE_PATH = Branch.HEAD_OFFICE_PATH;

    /** What a node is. */
    enum Kind {
        HEAD_OFFICE,
        BRANCH,
        OUTLET
    }

    /** What will happen to a node, and when. */
    record Pending(PendingChange.Kind kind, String effectiveOn) {}

    /** A node of the tree. */
    record Organisation(
            String id,
            String name,
            @Nullable String parentId,
            String path,
            Kind kind,
            NodeStatus status,
            @Nullable Pending pending) {}

    private final Branches branches;
    private final Outlets outlets;
    private final MessageSource messages;

    Organisations(Branches branches, Outlets outlets, MessageSource messages) {
        this.branches = branches;
        this.outlets = outlets;
        this.messages = messages;
    }

    /** Where a node hangs; one that nobody knows would be a branch. */
    Node node(String organisationId) {
        String path = HEAD_OFFICE.equals(organisationId)
                ? HEAD_OFFICE_PATH
                : outlets.find(organisationId)
                        .map(Outlet::organisationPath)
                        .orElseGet(() -> Branch.pathOf(organisationId));
        return new Node(organisationId, path);
    }

    /** Whether it is open, whatever its level. */
    boolean exists(String organisationId) {
        return HEAD_OFFICE.equals(organisationId)
                || branches.find(organisationId).filter(Branch::isOpen).isPresent()
                || outlets.find(organisationId).filter(Outlet::isOpen).isPresent();
    }

    /** A node in whatever state, as the store has it now. */
    Optional<Organisation> find(String id) {
        if (HEAD_OFFICE.equals(id)) {
            return Optional.of(headOffice());
        }
        return branches.find(id).map(this::of).or(() -> outlets.find(id).map(this::of));
    }

    /** These nodes and those below them that are not closed, in the order of their paths. */
    List<Organisation> below(List<String> paths) {
        Stream<Organisation> all = Stream.of(
                        Stream.of(headOffice()),
                        branches.all().stream().map(this::of),
                        outlets.all().stream().map(this::of))
                .flatMap(nodes -> nodes);
        return all.filter(node -> node.status() != NodeStatus.CLOSED)
                .filter(node -> paths.stream().anyMatch(node.path()::startsWith))
                .sorted(Comparator.comparing(Organisation::path))
                .toList();
    }

    private Organisation headOffice() {
        String name = messages.getMessage("organisation.head-office", null, LocaleContextHolder.getLocale());
        return new Organisation(
                HEAD_OFFICE, String.valueOf(name), null, HEAD_OFFICE_PATH, Kind.HEAD_OFFICE, NodeStatus.OPEN, null);
    }

    private Organisation of(Branch branch) {
        return of(branch, branch.details().name(), HEAD_OFFICE, Kind.BRANCH);
    }

    private Organisation of(Outlet outlet) {
        return of(outlet, outlet.details().name(), outlet.branchId(), Kind.OUTLET);
    }

    private static Organisation of(OrganisationNode<?> node, String name, String parentId, Kind kind) {
        Pending pending = node.pending()
                .map(change -> new Pending(change.kind(), change.effectiveOn()))
                .orElse(null);
        return new Organisation(node.id(), name, parentId, node.organisationPath(), kind, node.status(), pending);
    }
}
