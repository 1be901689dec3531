package org.linli.loan.customerfile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.linli.loan.customerfile.FileChange.What;
import org.linli.loan.customerfile.Party.Role;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/** One household's or business's file. */
@Document(CustomerFile.COLLECTION)
@TypeAlias("customer-file")
@CompoundIndex(name = "scope", def = "{'scopes': 1, '_id': 1}")
class CustomerFile extends AggregateRoot {
    static final String COLLECTION = "customer_files";
    static final int MAX_MEMBERS = 30;
    static final int MAX_GUARANTORS = 10;
    static final int MAX_PAPERS = 30;
    static final int MAX_MERCHANTS = 20;

    /** The file shows its latest changes; all of them are in the audit trail. */
    private static final int MAX_HISTORY = 200;

    private final FileKind kind;
    private final @Nullable String businessName;
    private final String organisationPath;

    /** The organisation's node and all above it (rule P-1). */
    private final List<String> scopes;

    private final List<Party> people;
    private final List<Paper> papers;
    private Finances finances;
    private final Set<String> merchantIds;
    private final @Nullable String customerId;
    private @Nullable String jointGroupId;
    private final List<FileChange> history;
    private int changes;

    @PersistenceCreator
    CustomerFile(
            String id,
            FileKind kind,
            @Nullable String businessName,
            String organisationPath,
            List<String> scopes,
            List<Party> people,
            List<Paper> papers,
            Finances finances,
            Set<String> merchantIds,
            @Nullable String customerId,
            @Nullable String jointGroupId,
            List<FileChange> history,
            int changes) {
        super(id);
        this.kind = kind;
        this.businessName = businessName;
        this.organisationPath = organisationPath;
        this.scopes = List.copyOf(scopes);
        this.people = new ArrayList<>(people);
        this.papers = new ArrayList<>(papers);
        this.finances = finances;
        this.merchantIds = new LinkedHashSet<>(merchantIds);
        this.customerId = customerId;
        this.jointGroupId = jointGroupId;
        this.history = new ArrayList<>(history);
        this.changes = changes;
    }

    static CustomerFile opened(String id, Opening opening, Party holder, String by, Instant at) {
        CustomerFile file = new CustomerFile(
                id,
                opening.kind(),
                opening.businessName(),
                opening.organisationPath(),
                OrganisationNodes.upTo(opening.organisationPath()),
                List.of(holder),
                List.of(),
                Finances.UNKNOWN,
                opening.merchantId() == null ? Set.of() : Set.of(opening.merchantId()),
                opening.customerId(),
                null,
                List.of(),
                0);
        file.noted(What.OPENED, by, at);
        return file;
    }

    /** A household is one unit: the same person is in it once, and a guarantor comes from outside. */
    FileOutcome add(Party party, String by, Instant at) {
        boolean known = people.stream()
                .anyMatch(one -> one.keys().person().equals(party.keys().person()));
        if (known) {
            return new FileOutcome.DuplicatePerson();
        }
        int most = party.role() == Role.GUARANTOR ? MAX_GUARANTORS : MAX_MEMBERS;
        if (withRole(party.role()).count() >= most) {
            return new FileOutcome.Full(party.role().name(), most);
        }
        people.add(party);
        return noted(party.role() == Role.GUARANTOR ? What.GUARANTOR_ADDED : What.MEMBER_ADDED, by, at);
    }

    FileOutcome add(Paper paper, String by, Instant at) {
        if (papers.size() >= MAX_PAPERS) {
            return new FileOutcome.Full("PAPER", MAX_PAPERS);
        }
        papers.add(paper);
        return noted(What.PAPER_ADDED, by, at);
    }

    /** A member, guarantor or paper; the holder stays. */
    FileOutcome remove(String entryId, String by, Instant at) {
        boolean removed = people.removeIf(one -> one.id().equals(entryId) && one.role() != Role.HOLDER)
                || papers.removeIf(paper -> paper.id().equals(entryId));
        return removed ? noted(What.ENTRY_REMOVED, by, at) : new FileOutcome.NotFound();
    }

    FileOutcome state(Finances stated, String by, Instant at) {
        finances = stated;
        return noted(What.FINANCES_STATED, by, at);
    }

    FileOutcome accept(String guarantorId, String by, Instant at) {
        Optional<Party> guarantor = guarantor(guarantorId);
        if (guarantor.isEmpty()) {
            return new FileOutcome.NotFound();
        }
        people.set(people.indexOf(guarantor.get()), guarantor.get().acceptedBy(by, at));
        return noted(What.GUARANTOR_ACCEPTED, by, at);
    }

    FileOutcome link(String merchantId, String by, Instant at) {
        if (merchantIds.contains(merchantId)) {
            return new FileOutcome.Changed(this);
        }
        if (merchantIds.size() >= MAX_MERCHANTS) {
            return new FileOutcome.Full("MERCHANT", MAX_MERCHANTS);
        }
        merchantIds.add(merchantId);
        return noted(What.MERCHANT_LINKED, by, at);
    }

    /** False when it is in another group already. */
    boolean join(String groupId, String by, Instant at) {
        if (jointGroupId != null) {
            return jointGroupId.equals(groupId);
        }
        jointGroupId = groupId;
        noted(What.GROUP_JOINED, by, at);
        return true;
    }

    private FileOutcome noted(What what, String by, Instant at) {
        changes++;
        history.add(new FileChange(at, by, what));
        if (history.size() > MAX_HISTORY) {
            history.remove(1); // the opening stays: it says since when the customer is known
        }
        return new FileOutcome.Changed(this);
    }

    Party holder() {
        return withRole(Role.HOLDER).findFirst().orElseThrow();
    }

    Stream<Party> withRole(Role role) {
        return people.stream().filter(one -> one.role() == role);
    }

    Optional<Party> guarantor(String guarantorId) {
        return withRole(Role.GUARANTOR)
                .filter(one -> one.id().equals(guarantorId))
                .findFirst();
    }

    FileKind kind() {
        return kind;
    }

    @Nullable String businessName() {
        return businessName;
    }

    String organisationPath() {
        return organisationPath;
    }

    List<Party> people() {
        return List.copyOf(people);
    }

    List<Paper> papers() {
        return List.copyOf(papers);
    }

    Finances finances() {
        return finances;
    }

    /** Somebody wrote down what is owned and owed, even if it is nothing. */
    boolean isStated() {
        return !finances.equals(Finances.UNKNOWN);
    }

    Set<String> merchantIds() {
        return Set.copyOf(merchantIds);
    }

    @Nullable String customerId() {
        return customerId;
    }

    @Nullable String jointGroupId() {
        return jointGroupId;
    }

    Instant openedAt() {
        return history.get(0).at();
    }

    List<FileChange> history() {
        return List.copyOf(history);
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("customer-file", organisationPath)
                .with("kind", kind)
                .with("people", people.size())
                .with("papers", papers.size())
                .with("assetsFen", finances.assetsFen())
                .with("debtsFen", finances.debtsFen())
                .with("merchantIds", merchantIds)
                .with("jointGroupId", jointGroupId)
                .with("changes", changes);
    }
}
