package org.linli.user.organisation;

/**
 * A role at a node of the organisation tree: it holds there and below (rule P-1).
 *
 * @param path the node's place, such as {@code /hq/B01/}
 */
public record Assignment(String role, String organisationId, String path) {
    static Assignment of(String role, String organisationId) {
        return new Assignment(role, organisationId, Organisations.pathOf(organisationId));
    }
}
