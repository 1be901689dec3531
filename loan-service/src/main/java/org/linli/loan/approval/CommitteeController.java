package org.linli.loan.approval;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.approval.CommitteeForms.Ballot;
import org.linli.loan.approval.CommitteeForms.ClosureForm;
import org.linli.loan.approval.CommitteeForms.ExclusionForm;
import org.linli.loan.approval.CommitteeForms.InvitationForm;
import org.linli.loan.approval.CommitteeForms.MemberForm;
import org.linli.starter.idempotency.Idempotency;
import org.linli.starter.idempotency.IdempotencyKey;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The committee's sessions (rule L-8). */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}")
class CommitteeController {
    private final Committee committee;
    private final CommitteeClosing closing;
    private final ReadingDecisions decisions;
    private final CommitteeViews views;
    private final MinutesPaper paper;
    private final RefusalProblems problems;
    private final Idempotency idempotency;

    CommitteeController(
            Committee committee,
            CommitteeClosing closing,
            ReadingDecisions decisions,
            CommitteeViews views,
            MinutesPaper paper,
            RefusalProblems problems,
            Idempotency idempotency) {
        this.committee = committee;
        this.closing = closing;
        this.decisions = decisions;
        this.views = views;
        this.paper = paper;
        this.problems = problems;
        this.idempotency = idempotency;
    }

    /** Invites the members. 422 {@code wrong-committee}, {@code wrong-deadline}, and what a decision is refused for. */
    @Allowed(Permissions.CHAIR)
    @PostMapping("/committee")
    CommitteeView convene(
            @PathVariable String id, @Valid @RequestBody InvitationForm form, Caller caller, Locale locale) {
        return view(committee.convene(id, form.invitation(), caller), caller, locale);
    }

    /** The latest session; votes of others only after its closing. */
    @Allowed("loan-committee.read")
    @GetMapping("/committee")
    CommitteeView session(@PathVariable String id, Caller caller, Locale locale) {
        return decisions
                .withSession(id, caller)
                .map(decision -> view(decision, caller, locale))
                .orElseThrow(ProblemException::notFound);
    }

    /** A substitute for an excluded member. 409 {@code no-free-seat}. */
    @Allowed(Permissions.CHAIR)
    @PostMapping("/committee/members")
    CommitteeView substitute(
            @PathVariable String id, @Valid @RequestBody MemberForm form, Caller caller, Locale locale) {
        return view(committee.substitute(id, form.member(), caller), caller, locale);
    }

    /** A conflict of interest: one's own, or by the chair another member's. */
    @Allowed(Permissions.VOTE)
    @PostMapping("/committee/exclusions")
    CommitteeView exclude(
            @PathVariable String id, @Valid @RequestBody ExclusionForm form, Caller caller, Locale locale) {
        return view(committee.exclude(id, form.whom(caller), form.reason().strip(), caller), caller, locale);
    }

    /**
     * One vote, never changed. 409 {@code already-voted}, {@code voting-closed}; 422 {@code excluded-from-voting},
     * {@code not-invited}.
     */
    @Allowed(Permissions.VOTE)
    @PostMapping("/votes")
    CommitteeView vote(
            @PathVariable String id,
            @Valid @RequestBody Ballot ballot,
            Caller caller,
            Locale locale,
            @Nullable IdempotencyKey key) {
        List<DeclineReason> codes = ballot.codes();
        return idempotency.once(key, ballot, CommitteeView.class, () -> {
            String reason = ballot.reason().strip();
            return view(committee.vote(id, ballot.choice(), reason, codes, caller), caller, locale);
        });
    }

    /** The result, and the case moves. 409 {@code quorum-missing}; 422 {@code not-the-chair}. */
    @Allowed(Permissions.CHAIR)
    @PostMapping("/committee/closure")
    CommitteeView close(@PathVariable String id, @Valid @RequestBody ClosureForm form, Caller caller, Locale locale) {
        return view(closing.close(id, form.vetoed(), caller), caller, locale);
    }

    /** 409 {@code session-open} as long as votes are secret. */
    @Allowed("loan-committee.read")
    @GetMapping("/committee/minutes")
    Minutes minutes(@PathVariable String id, Caller caller, Locale locale) {
        return minutesOf(id, caller, locale);
    }

    /** The same for printing and filing. */
    @Allowed("loan-committee.read")
    @GetMapping(value = "/committee/minutes.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] printed(@PathVariable String id, Caller caller, Locale locale) {
        return paper.print(minutesOf(id, caller, locale), locale);
    }

    private Minutes minutesOf(String id, Caller caller, Locale locale) {
        Decision decision = decisions.withSession(id, caller).orElseThrow(ProblemException::notFound);
        CommitteeSession session = decision.latestSession().orElseThrow();
        Closing end = session.closing();
        if (end == null) {
            throw ProblemException.conflict("session-open");
        }
        return views.minutes(decision, session, end, locale);
    }

    private CommitteeView view(ApprovalOutcome outcome, Caller caller, Locale locale) {
        return view(problems.done(outcome, locale), caller, locale);
    }

    private CommitteeView view(Decision decision, Caller caller, Locale locale) {
        return views.of(decision, decision.latestSession().orElseThrow(), caller.subject(), locale);
    }
}
