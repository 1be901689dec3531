package org.linli.user.organisation;

/**
 * A role at a node of the organisation tree: it holds there and below (rule P-1).
 *
 * @param path the node's place, such as {@code /hq/B01/} or {@code /hq/B01/x1/}
 */
public record Assignment(String role, String organisationId, String path) {
    Node node() {
        return new Node(organisationId, path);
    }

    /** The same post when its node hangs elsewhere. */
    Assignment at(Node node) {
        return organisationId.equals(node.id()) ? node.post(role) : this;
    }
}
