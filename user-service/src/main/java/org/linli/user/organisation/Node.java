package org.linli.user.organisation;

/**
 * A node of the tree and where it hangs, whatever its level: head office, a branch, an outlet.
 *
 * @param path such as {@code /hq/B01/x1/}
 */
record Node(String id, String path) {
    static final Node HEAD_OFFICE = new Node(Organisations.HEAD_OFFICE, Organisations.HEAD_OFFICE_PATH);

    /** A role here and below. */
    Assignment post(String role) {
        return new Assignment(role, id, path);
    }
}
