package org.linli.user.login;

import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.linli.user.organisation.Staff;
import org.linli.user.organisation.StaffMember;
import org.linli.user.token.RefreshTokens;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Other members' logins and second factors, within the caller's data scope (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/staff/{id}")
class StaffSessionController {
    private final Staff staff;
    private final RefreshTokens refreshTokens;
    private final SecondFactors secondFactors;
    private final AuditNotes notes;

    StaffSessionController(Staff staff, RefreshTokens refreshTokens, SecondFactors secondFactors, AuditNotes notes) {
        this.staff = staff;
        this.refreshTokens = refreshTokens;
        this.secondFactors = secondFactors;
        this.notes = notes;
    }

    @Allowed("staff.read")
    @GetMapping("/sessions")
    Page<MySessionController.Answer> list(Caller caller, @PathVariable String id) {
        StaffMember member = overseen(caller, id);
        return new Page<>(
                refreshTokens.sessionsOf(member.id()).stream()
                        .map(session -> MySessionController.Answer.of(session, caller.attribute("sid")))
                        .toList(),
                null);
    }

    @Allowed("staff.manage")
    @DeleteMapping("/sessions/{sessionId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable String id, @PathVariable String sessionId) {
        StaffMember member = overseen(caller, id);
        if (!refreshTokens.end(member.id(), sessionId)) {
            throw ProblemException.notFound();
        }
        notes.write("staff-session-ended", member.id(), PasswordCheck.about(member));
    }

    @Allowed("staff.manage")
    @PostMapping("/sessions-end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll(Caller caller, @PathVariable String id) {
        StaffMember member = overseen(caller, id);
        refreshTokens.endAll(member.id(), null);
        notes.write("staff-sessions-ended", member.id(), PasswordCheck.about(member));
    }

    /** For a lost device. On record first; then whoever has the old device is out, and the next login enrols anew. */
    @Allowed("staff.manage")
    @PostMapping("/second-factor-reset")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resetSecondFactor(Caller caller, @PathVariable String id) {
        StaffMember member = overseen(caller, id);
        if (!staff.mayTakeOver(caller, member)) {
            throw ProblemException.refused(caller.subject().equals(member.id()) ? "own-case" : "grants-beyond-own");
        }
        notes.write("second-factor-reset", member.id(), PasswordCheck.about(member));
        secondFactors.reset(member.id());
        refreshTokens.endAll(member.id(), null);
    }

    private StaffMember overseen(Caller caller, String id) {
        return staff.findById(id)
                .filter(member -> caller.oversees(member.organisationPath()))
                .orElseThrow(ProblemException::notFound);
    }
}
