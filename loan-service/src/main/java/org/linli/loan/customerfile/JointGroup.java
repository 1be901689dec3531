package org.linli.loan.customerfile;

import java.util.List;
import org.linli.starter.outbox.AggregateRoot;
import org.linli.starter.outbox.AuditView;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.mapping.Document;

/** Households that declared to stand in for each other (joint guarantee): inside it guarantor rings are the point. */
@Document(JointGroup.COLLECTION)
@TypeAlias("joint-group")
class JointGroup extends AggregateRoot {
    static final String COLLECTION = "joint_groups";

    private final String organisationPath;
    private final String declaredFor;
    private final List<String> fileIds;

    @PersistenceCreator
    JointGroup(String id, String organisationPath, String declaredFor, List<String> fileIds) {
        super(id);
        this.organisationPath = organisationPath;
        this.declaredFor = declaredFor;
        this.fileIds = List.copyOf(fileIds);
    }

    List<String> fileIds() {
        return fileIds;
    }

    @Override
    protected AuditView audit() {
        return AuditView.of("joint-group", organisationPath)
                .with("declaredFor", declaredFor)
                .with("files", fileIds);
    }
}
