package org.linli.merchant.grouping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.linli.starter.web.DependencyUnavailableException;

/**
 * Calls that arrive while an earlier one is under way wait for each other and then go as one. A lone call goes at once;
 * no timer and no thread of its own is involved: one of the waiting callers leads the next group.
 *
 * @param <Q> what a caller asks
 * @param <A> what each caller gets
 */
public final class Grouping<Q, A> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int mostTogether;
    private final Function<List<Q>, List<A>> action;
    private final Queue<Member<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    /**
     * @param mostTogether in one group; 1 = everybody goes alone and nobody waits
     * @param action answers a group: as many answers as questions, in their order
     */
    public Grouping(int mostTogether, Function<List<Q>, List<A>> action) {
        this.mostTogether = mostTogether;
        this.action = action;
    }

    /**
     * Asks together with whoever asks at the same time.
     *
     * @throws RuntimeException whatever the group's action threw, to each of its members
     * @throws DependencyUnavailableException when no answer came in ten seconds; whether the action happens is unknown
     */
    public A call(Q question) {
        if (mostTogether == 1) {
            // Who goes alone need not wait for others who do.
            return action.apply(List.of(question)).get(0);
        }
        Member<Q, A> self = new Member<>(question);
        waiting.add(self);
        if (underWay.compareAndSet(false, true)) {
            lead();
        }
        while (true) {
            switch (self.await(PATIENCE)) {
                case ANSWERED -> {
                    return self.answer();
                }
                case CHOSEN -> lead();
                case WAITING, LEFT -> throw new DependencyUnavailableException("a group of calls does not end", null);
            }
        }
    }

    /** How many wait at this moment. */
    int waiting() {
        return waiting.size();
    }

    /** Serves one group, then lets someone who still waits serve the next. */
    private void lead() {
        try {
            serve(take());
        } finally {
            passOn();
        }
    }

    private List<Member<Q, A>> take() {
        List<Member<Q, A>> group = new ArrayList<>();
        while (group.size() < mostTogether) {
            Member<Q, A> next = waiting.poll();
            if (next == null) {
                return group;
            }
            if (!next.hasLeft()) {
                group.add(next);
            }
        }
        return group;
    }

    private void serve(List<Member<Q, A>> group) {
        if (group.isEmpty()) {
            return;
        }
        try {
            List<A> answers = action.apply(group.stream().map(Member::question).toList());
            if (answers.size() != group.size()) {
                throw new IllegalStateException(answers.size() + " answers (expected: " + group.size() + ")");
            }
            for (int i = 0; i < group.size(); i++) {
                group.get(i).succeed(answers.get(i));
            }
        } catch (RuntimeException e) {
            group.forEach(member -> member.fail(e));
        }
    }

    private void passOn() {
        while (true) {
            for (Member<Q, A> next = waiting.peek(); next != null; next = waiting.peek()) {
                if (next.choose()) {
                    return;
                }
                waiting.remove(next);
            }
            underWay.set(false);
            // Somebody may have come between the last look and the line above, and seen a call under way.
            if (waiting.isEmpty() || !underWay.compareAndSet(false, true)) {
                return;
            }
        }
    }
}
