package org.linli.user.organisation;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.linli.starter.security.Allowed;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** For services that let somebody be named for a task: whether they are at work and may do it there. No names. */
@RestController
class StaffStandingController {
    private static final String PATH = "(/[A-Za-z0-9_-]{1,40}){1,10}/";

    private final Staff staff;
    private final Access access;

    StaffStandingController(Staff staff, Access access) {
        this.staff = staff;
        this.access = access;
    }

    /** @param allowed a deputy may do what the absent may */
    record Standing(boolean atWork, boolean allowed) {}

    /** 404 for nobody. */
    @Allowed("internal.staff-standing.read")
    @GetMapping("/internal/v1/staff/{staffId}/standing")
    Standing one(
            @PathVariable @Size(max = 80) String staffId,
            @RequestParam @Size(max = 64) String permission,
            @RequestParam @Pattern(regexp = PATH) String path) {
        StaffMember member = staff.findById(staffId).orElseThrow(ProblemException::notFound);
        Decision decision = access.explain(member, permission, path);
        Decision.Reason why = decision.whyNot();
        boolean away = why == Decision.Reason.LEFT || why == Decision.Reason.ON_LEAVE;
        return new Standing(!away, decision.isAllowed());
    }
}
