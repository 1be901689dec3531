package org.linli.loan.customerfile;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.linli.starter.Ids;
import org.linli.starter.outbox.AggregateStore;
import org.linli.starter.outbox.OutboxRelay;
import org.linli.starter.security.Caller;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Declaring joint-liability groups. */
@Component
public class JointGroups {
    public static final int SMALLEST = 2;
    public static final int LARGEST = 10;

    private final AggregateStore<JointGroup> groups;
    private final CustomerFileStore files;
    private final Clock clock;

    JointGroups(MongoOperations mongo, OutboxRelay relay, CustomerFileStore files, Clock clock) {
        this.groups = new AggregateStore<>(mongo, relay, JointGroup.class, JointGroup.COLLECTION);
        this.files = files;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Declared {}

    public record Group(String groupId, List<String> fileIds) implements Declared {}

    /** Not all of these are files in the caller's scope. */
    public record UnknownFile() implements Declared {}

    /** A household is in one group at most. */
    public record InAnotherGroup(String fileId) implements Declared {}

    /**
     * The group first, then its members one by one: the id derives from the members, so that the same declaration after
     * a crash finishes what was begun. Who has not joined counts as outside.
     *
     * @param declaredFor what it is for, such as a village
     */
    public Declared declare(String declaredFor, String organisationPath, SortedSet<String> fileIds, Caller caller) {
        List<CustomerFile> members = files.findAll(fileIds).stream()
                .filter(file -> caller.oversees(file.organisationPath()))
                .toList();
        if (members.size() != fileIds.size()) {
            return new UnknownFile();
        }
        String id = Ids.derived("joint-group", declaredFor, String.join(" ", fileIds));
        for (CustomerFile member : members) {
            if (member.jointGroupId() != null && !Objects.equals(member.jointGroupId(), id)) {
                return new InAnotherGroup(member.id());
            }
        }
        try {
            groups.insert(new JointGroup(id, organisationPath, declaredFor, List.copyOf(fileIds)));
        } catch (DuplicateKeyException declaredBefore) {
            // The members join below.
        }
        return join(id, fileIds, caller);
    }

    private Declared join(String groupId, SortedSet<String> fileIds, Caller caller) {
        for (String fileId : new TreeSet<>(fileIds)) {
            boolean joined = files.change(
                            fileId,
                            file -> file.join(
                                    groupId, caller.subject(), clock.instant().truncatedTo(ChronoUnit.MILLIS)),
                            ok -> ok)
                    .orElse(false);
            if (!joined) {
                return new InAnotherGroup(fileId);
            }
        }
        return new Group(groupId, List.copyOf(fileIds));
    }
}
