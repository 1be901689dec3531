package org.linli.user.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.linli.starter.Ids;
import org.linli.user.branch.Branches;
import org.linli.user.branch.OrganisationNode;
import org.linli.user.outlet.Outlets;
import org.springframework.stereotype.Component;

/** Lets members of staff into nodes of the tree: none of these closes while someone is on the way there. */
@Component
class Admissions {
    /** How a node calls those who are on their way to it. */
    static final String ARRIVAL = "staff";

    private final Branches branches;
    private final Outlets outlets;

    Admissions(Branches branches, Outlets outlets) {
        this.branches = branches;
        this.outlets = outlets;
    }

    /**
     * Does what puts a member at these nodes.
     *
     * @return empty when one of them takes nobody: unknown, closing, closed, or hanging elsewhere by now
     */
    <R> Optional<R> during(Collection<Node> nodes, Supplier<R> arriving) {
        // Not the member's id: of two who do something about one member, the first to end must not sign off the other.
        String arrival = ARRIVAL + ":" + Ids.next();
        List<Node> noted = new ArrayList<>();
        try {
            TreeSet<String> ids = new TreeSet<>();
            for (Node node : nodes) {
                if (node.equals(Node.HEAD_OFFICE) || !ids.add(node.id())) {
                    continue;
                }
                noted.add(node);
                if (enter(node, arrival).isEmpty()) {
                    return Optional.empty();
                }
            }
            return Optional.of(arriving.get());
        } finally {
            noted.forEach(node -> entered(node, arrival));
        }
    }

    private Optional<OrganisationNode<?>> enter(Node node, String arrival) {
        Optional<OrganisationNode<?>> branch =
                branches.enter(node.id(), arrival, false).map(found -> found);
        return branch.or(() -> outlets.enter(node.id(), arrival).map(found -> found))
                .filter(found -> found.organisationPath().equals(node.path()));
    }

    private void entered(Node node, String arrival) {
        branches.entered(node.id(), arrival);
        outlets.entered(node.id(), arrival);
    }
}
