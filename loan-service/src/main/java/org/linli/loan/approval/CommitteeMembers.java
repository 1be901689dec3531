package org.linli.loan.approval;

import java.util.List;
import java.util.Optional;
import org.linli.loan.application.LoanCase;
import org.linli.loan.staff.StaffDirectory;
import org.springframework.stereotype.Component;

/** Who is invited is at work and may vote on the case (rule L-8). */
@Component
class CommitteeMembers {
    private final StaffDirectory staff;

    CommitteeMembers(StaffDirectory staff) {
        this.staff = staff;
    }

    /** What is against the first of them that cannot be invited. */
    Optional<ApprovalOutcome> unfit(List<String> members, LoanCase about) {
        return members.stream().flatMap(member -> unfit(member, about).stream()).findFirst();
    }

    Optional<ApprovalOutcome> unfit(String member, LoanCase about) {
        return staff.faultOf(member, Permissions.VOTE, about.organisationPath())
                .map(fault -> new ApprovalOutcome.Refused(Refusal.MEMBER_UNFIT, List.of(fault.code(), member)));
    }
}
