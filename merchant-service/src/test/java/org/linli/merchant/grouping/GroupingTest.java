package org.linli.merchant.grouping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupingTest {
    private static final int CALLERS = 32;

    private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    private List<String> answer(List<Integer> questions) {
        groups.add(questions);
        return questions.stream().map(question -> "answer " + question).toList();
    }

    @Test
    void a_lone_call_goes_at_once_and_alone() {
        assertThat(new Grouping<>(8, this::answer).call(7)).isEqualTo("answer 7");
        assertThat(groups).containsExactly(List.of(7));
    }

    @Test
    void everyone_gets_the_own_answer_and_no_question_is_asked_twice() throws Exception {
        Grouping<Integer, String> grouping = new Grouping<>(5, this::answer);
        List<Future<List<String>>> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            int first = caller * 1_000;
            callers.add(threads.submit(() -> {
                List<String> answers = new ArrayList<>();
                for (int i = first; i < first + 200; i++) {
                    answers.add(grouping.call(i));
                }
                return answers;
            }));
        }
        for (int caller = 0; caller < CALLERS; caller++) {
            List<String> answers = callers.get(caller).get(30, TimeUnit.SECONDS);
            for (int i = 0; i < 200; i++) {
                assertThat(answers.get(i)).isEqualTo("answer " + (caller * 1_000 + i));
            }
        }
        assertThat(groups).allSatisfy(group -> assertThat(group).hasSizeBetween(1, 5));
        assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(CALLERS * 200);
    }

    @Test
    void calls_during_a_call_go_together_after_it() throws Exception {
        CountDownLatch firstMayEnd = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        Grouping<Integer, String> grouping = new Grouping<>(CALLERS, questions -> {
            if (asked.getAndIncrement() == 0) {
                awaitQuietly(firstMayEnd);
            }
            return answer(questions);
        });
        Future<String> first = threads.submit(() -> grouping.call(0));
        await().until(() -> asked.get() == 1);
        List<Future<String>> later = new ArrayList<>();
        for (int i = 1; i < CALLERS; i++) {
            int question = i;
            later.add(threads.submit(() -> grouping.call(question)));
        }
        await().until(() -> grouping.waiting() == CALLERS - 1);
        firstMayEnd.countDown();
        assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo("answer 0");
        for (Future<String> one : later) {
            one.get(10, TimeUnit.SECONDS);
        }
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).hasSize(CALLERS - 1);
    }

    @Test
    void a_failure_reaches_every_member_and_the_next_group_goes_on() {
        AtomicInteger asked = new AtomicInteger();
        Grouping<Integer, String> grouping = new Grouping<>(8, questions -> {
            if (asked.getAndIncrement() == 0) {
                throw new IllegalArgumentException("broken");
            }
            return answer(questions);
        });
        assertThatThrownBy(() -> grouping.call(1)).hasMessage("broken");
        assertThat(grouping.call(2)).isEqualTo("answer 2");
    }

    @Test
    void too_few_answers_are_nobodys_answer() {
        Grouping<Integer, String> grouping = new Grouping<>(8, questions -> List.of());
        assertThatThrownBy(() -> grouping.call(1)).isInstanceOf(IllegalStateException.class);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
