package org.linli.localstack.imports;

/** What the rows of a file become, and the staff path that takes them in batches. */
public enum Target {
    MERCHANTS("/api/v1/admin/merchants/imports", 2),
    BRANCHES("/api/v1/admin/branches/imports", 2),
    /** One batch after the other: an outlet's branch must be there before it. */
    ORGANISATIONS("/api/v1/admin/organisations/imports", 1);

    private final String path;
    private final int batchesAtATime;

    Target(String path, int batchesAtATime) {
        this.path = path;
        this.batchesAtATime = batchesAtATime;
    }

    String path() {
        return path;
    }

    int batchesAtATime() {
        return batchesAtATime;
    }
}
