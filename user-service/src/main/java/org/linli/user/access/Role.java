package org.linli.user.access;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;

/** A role that the bank made for itself: a name for a set of permissions. */
public class Role extends AggregateRoot {
    /**
     * What a role says.
     *
     * @param headOfficeOnly whether nobody may have it in a branch
     */
    public record Content(String nameZh, String nameEn, Set<String> permissions, boolean headOfficeOnly) {}

    private Content content;
    private int revision;
    private final Instant madeAt;
    private boolean dropped;
    private boolean tokensStale;

    Role(String id, Content content, int revision, Instant madeAt) {
        super(id);
        this.content = content;
        this.revision = revision;
        this.madeAt = madeAt;
    }

    static Role make(String code, Content content, Instant at) {
        return new Role(code, content, 1, at);
    }

    void change(Content other) {
        content = other;
        revision++;
        tokensStale = true;
    }

    /** Grants nothing from now on, and goes when the tokens that say otherwise are called back. */
    void drop() {
        change(new Content(content.nameZh(), content.nameEn(), Set.of(), content.headOfficeOnly()));
        dropped = true;
    }

    boolean isDropped() {
        return dropped;
    }

    boolean hasStaleTokens() {
        return tokensStale;
    }

    /** @return false when it has changed again since that revision */
    boolean tokensCalledBack(int asOfRevision) {
        boolean latest = tokensStale && revision == asOfRevision;
        tokensStale = tokensStale && !latest;
        return latest;
    }

    public String code() {
        return id();
    }

    public Content content() {
        return content;
    }

    /** Counts the changes; the {@code ETag}. */
    public int revision() {
        return revision;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("role", "/hq/")
                .with("permissions", new TreeSet<>(content.permissions()))
                .with("headOfficeOnly", content.headOfficeOnly());
    }
}
