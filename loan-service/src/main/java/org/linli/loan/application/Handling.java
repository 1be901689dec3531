package org.linli.loan.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;

/** How a case is handled: who is named for it, what the customer was asked, which promises were broken (rule L-1). */
class Handling {
    private static final int MOST_QUESTIONS = 20;

    private final List<Question> questions;
    private final List<Breach> breaches;

    /** The named persons by the role in which they are responsible. */
    private final Map<String, Assignee> assignees;

    /** The business day on which the stage falls due, as long as a breach may still have to be told; else nothing. */
    @Nullable private String watchDay;

    /** Why it was withdrawn, if staff did it on request. */
    @Nullable private String withdrawalReason;

    /** Who decides, since the case last entered the approval; nothing in cases of before. */
    @Nullable private DecidingRole decides;

    @PersistenceCreator
    Handling(
            @Nullable List<Question> questions,
            @Nullable List<Breach> breaches,
            @Nullable Map<String, Assignee> assignees,
            @Nullable String watchDay,
            @Nullable String withdrawalReason,
            @Nullable DecidingRole decides) {
        this.questions = questions == null ? new ArrayList<>() : new ArrayList<>(questions);
        this.breaches = breaches == null ? new ArrayList<>() : new ArrayList<>(breaches);
        this.assignees = assignees == null ? new HashMap<>() : new HashMap<>(assignees);
        this.watchDay = watchDay;
        this.withdrawalReason = withdrawalReason;
        this.decides = decides;
    }

    static Handling none() {
        return new Handling(null, null, null, null, null, null);
    }

    Optional<CaseAct.Reason> whyNotAsk() {
        if (openQuestion().isPresent()) {
            return Optional.of(CaseAct.Reason.ALREADY_WAITING);
        }
        return questions.size() == MOST_QUESTIONS ? Optional.of(CaseAct.Reason.TOO_MANY_QUESTIONS) : Optional.empty();
    }

    void ask(Question question) {
        questions.add(question);
    }

    /** Ends the open question, if there is one, and answers it as it was asked. */
    Optional<Question> endQuestion(@Nullable String answer, Instant at) {
        Optional<Question> open = openQuestion();
        open.ifPresent(question -> questions.set(questions.size() - 1, question.ended(answer, at)));
        return open;
    }

    void forgetWords() {
        questions.replaceAll(Question::withoutWords);
    }

    @Nullable Instant waitingSince() {
        return openQuestion().map(Question::askedAt).orElse(null);
    }

    /** What the bank waits for an answer to; the clock stands. */
    Optional<Question> openQuestion() {
        return questions.isEmpty()
                ? Optional.empty()
                : Optional.of(questions.get(questions.size() - 1)).filter(Question::isOpen);
    }

    void breach(Breach breach) {
        breaches.add(breach);
    }

    /** The breach of a stage that was entered then, if its promise is broken. */
    Optional<Breach> breachOf(Stage stage, Instant enteredAt) {
        return breaches.stream()
                .filter(breach -> breach.stage() == stage && !breach.noticedAt().isBefore(enteredAt))
                .findFirst();
    }

    void assign(String role, Assignee assignee) {
        assignees.put(role, assignee);
    }

    Optional<Assignee> assignee(String role) {
        return Optional.ofNullable(assignees.get(role));
    }

    void decidedBy(DecidingRole role) {
        decides = role;
    }

    Responsible responsible(Stage stage, String branchId) {
        return stage == Stage.APPROVAL && decides != null
                ? Stage.responsible(decides, branchId)
                : stage.responsible(branchId);
    }

    /** @param day null when there is nothing to watch for; nor is there while the customer is asked */
    void watch(@Nullable String day) {
        watchDay = openQuestion().isPresent() ? null : day;
    }

    void withdrawn(@Nullable String reason) {
        withdrawalReason = reason;
    }

    @Nullable String watchDay() {
        return watchDay;
    }

    @Nullable String withdrawalReason() {
        return withdrawalReason;
    }

    List<Question> questions() {
        return List.copyOf(questions);
    }

    List<Breach> breaches() {
        return List.copyOf(breaches);
    }
}
