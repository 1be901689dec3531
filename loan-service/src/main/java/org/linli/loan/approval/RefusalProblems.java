package org.linli.loan.approval;

import java.util.List;
import java.util.Locale;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.stereotype.Component;

/** Every refusal about a decision becomes its status and code. */
@Component
class RefusalProblems {
    private static final String L8 = "L-8";
    private static final String P2 = "P-2";

    private final ApprovalTexts texts;

    RefusalProblems(ApprovalTexts texts) {
        this.texts = texts;
    }

    /** The decision, or the refusal thrown. */
    Decision done(ApprovalOutcome outcome, Locale locale) {
        if (outcome instanceof ApprovalOutcome.Done done) {
            return done.decision();
        }
        throw problem((ApprovalOutcome.Refused) outcome, locale);
    }

    ProblemException problem(ApprovalOutcome.Refused refused, Locale locale) {
        List<String> arguments = refused.arguments();
        return switch (refused.why()) {
            case NOT_FOUND, CONDITION_UNKNOWN -> ProblemException.notFound();
            case WRONG_STAGE -> ProblemException.conflict("wrong-stage", texts.stage(arguments.get(0), locale));
            case ALREADY_DECIDED -> ProblemException.conflict("already-decided");
            case TOO_MANY_ROUNDS -> ProblemException.conflict("too-many-rounds");
            case IN_SESSION -> ProblemException.conflict("committee-in-session");
            case NO_SESSION -> ProblemException.conflict("no-committee-session");
            case TOO_MANY_SESSIONS -> ProblemException.conflict("too-many-sessions");
            case VOTING_CLOSED -> ProblemException.conflict("voting-closed");
            case ALREADY_VOTED -> ProblemException.conflict("already-voted");
            case QUORUM_MISSING -> ProblemException.conflict("quorum-missing", arguments.get(0));
            case NO_FREE_SEAT -> ProblemException.conflict("no-free-seat");
            case SESSION_OPEN -> ProblemException.conflict("session-open");
            case CONDITION_SETTLED -> ProblemException.conflict("condition-settled");
            case RENEWAL_ASKED -> ProblemException.conflict("renewal-asked");
            case CONTRACT_SIGNED -> ProblemException.conflict("contract-signed");
            case STILL_VALID -> ProblemException.refused("approval-still-valid", arguments.get(0));
            case APPEAL_FILED -> ProblemException.conflict("appeal-filed");
            case FOUR_EYES, TERMS, INPUTS_MISSING -> several(refused, locale);
            case DECIDED_BEFORE -> ProblemException.refused("decided-before");
            case ABOVE_LIMIT -> ProblemException.refused("above-approval-limit", arguments.get(0));
            case HIGHER_LEVEL -> ProblemException.refused("higher-level-required");
            case COMMITTEE_ONLY -> ProblemException.refused("committee-decides");
            case WRONG_COMMITTEE -> ProblemException.refused("wrong-committee", arguments.get(0));
            case MEMBER_UNFIT -> ProblemException.refused(arguments.get(0), arguments.get(1));
            case WRONG_DEADLINE -> ProblemException.refused("wrong-deadline", arguments.get(0));
            case NOT_INVITED -> ProblemException.refused("not-invited");
            case EXCLUDED -> ProblemException.refused("excluded-from-voting");
            case NOT_THE_CHAIR -> ProblemException.refused("not-the-chair");
            case APPEAL_TOO_LATE -> ProblemException.refused("appeal-too-late", arguments.get(0));
        };
    }

    private ProblemException several(ApprovalOutcome.Refused refused, Locale locale) {
        return switch (refused.why()) {
            case FOUR_EYES -> fourEyes(refused.arguments().get(0), locale);
            case TERMS ->
                ProblemException.refused(
                        "terms-refused",
                        refused.arguments().stream()
                                .map(name -> fault(TermsFault.valueOf(name), locale))
                                .toList());
            default ->
                ProblemException.refused(
                        "inputs-missing",
                        refused.arguments().stream()
                                .map(name -> new FieldProblem(null, name, texts.of("input." + name, locale), L8))
                                .toList());
        };
    }

    ProblemException fourEyes(String code, Locale locale) {
        String detail = texts.of("four-eyes." + code, locale);
        return ProblemException.refused("four-eyes-conflict", List.of(new FieldProblem(null, code, detail, P2)));
    }

    private FieldProblem fault(TermsFault fault, Locale locale) {
        return new FieldProblem(fault.field(), fault.code(), texts.of("terms." + fault.code(), locale), L8);
    }
}
