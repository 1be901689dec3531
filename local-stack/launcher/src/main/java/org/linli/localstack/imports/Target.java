package org.linli.localstack.imports;

/** What the rows of a file become, and the staff path that takes them in batches. */
public enum Target {
    MERCHANTS("/api/v1/admin/merchants/imports"),
    BRANCHES("/api/v1/admin/branches/imports");

    private final String path;

    Target(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }
}
