package org.linli.loan.approval;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;

/** What the committee's callers send. Words of people stay out of logs. */
final class CommitteeForms {
    private static final String SUBJECT = "[A-Za-z0-9_.:-]{1,80}";

    private CommitteeForms() {}

    /** @param members subjects, the chair's own among them */
    record InvitationForm(
            @NotEmpty @Size(max = 15) List<@NotNull @Pattern(regexp = SUBJECT) String> members,
            @NotNull Instant closesAt,
            @Valid @NotNull TermsForm terms,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 300) String> conditions) {
        Invitation invitation() {
            return new Invitation(
                    members,
                    closesAt.truncatedTo(ChronoUnit.MILLIS),
                    terms.terms(),
                    conditions == null ? List.of() : conditions);
        }
    }

    record MemberForm(@NotNull @Pattern(regexp = SUBJECT) String member) {}

    /** @param member who is excluded; oneself when left out */
    record ExclusionForm(
            @Nullable @Pattern(regexp = SUBJECT) String member,
            @NotBlank @Size(max = 500) String reason) {
        String whom(Caller caller) {
            return member == null ? caller.subject() : member;
        }

        @Override
        public String toString() {
            return "ExclusionForm[hidden]";
        }
    }

    /** @param declineReasons of a vote against: at least one, so that the applicant can be told why */
    record Ballot(
            @NotNull Vote.Choice choice,
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(max = 9) List<@NotNull DeclineReason> declineReasons) {
        List<DeclineReason> codes() {
            List<DeclineReason> given = declineReasons == null ? List.of() : declineReasons;
            if (given.isEmpty() == (choice == Vote.Choice.AGAINST)) {
                throw ProblemException.invalidParameter(
                        "declineReasons", given + " (expected: at least one with a vote against, none with one for)");
            }
            return given;
        }

        @Override
        public String toString() {
            return "Ballot[hidden]";
        }
    }

    /** @param veto left out: as the votes say */
    record ClosureForm(@Valid @Nullable VetoForm veto) {
        Closing.@Nullable Veto vetoed() {
            return veto == null ? null : veto.veto();
        }
    }

    /** Either reasons of a refusal, or questions with which the case goes back. */
    record VetoForm(
            @NotBlank @Size(max = 1000) String reason,
            @Nullable @Size(max = 9) List<@NotNull DeclineReason> declineReasons,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 300) String> questions) {
        Closing.Veto veto() {
            List<DeclineReason> reasons = declineReasons == null ? List.of() : declineReasons;
            List<String> asked = questions == null ? List.of() : questions;
            if (reasons.isEmpty() == asked.isEmpty()) {
                throw ProblemException.invalidParameter(
                        "veto", "(expected: either declineReasons or questions, at least one)");
            }
            return new Closing.Veto(
                    reason.strip(), reasons.stream().distinct().sorted().toList(), List.copyOf(asked));
        }

        @Override
        public String toString() {
            return "VetoForm[hidden]";
        }
    }
}
