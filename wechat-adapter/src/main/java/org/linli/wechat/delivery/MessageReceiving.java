package org.linli.wechat.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.linli.starter.web.ProblemException;
import org.linli.wechat.account.WechatSettings;
import org.linli.wechat.conversation.Conversation;
import org.linli.wechat.customerservice.CustomerServiceMessages;
import org.linli.wechat.dependency.Dependency;
import org.linli.wechat.dependency.GuardedCalls;
import org.linli.wechat.message.FollowerMessage;
import org.linli.wechat.message.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** One message, one answer, in time (W-2): whatever hangs, WeChat gets its answer before the deadline. */
@Service
public class MessageReceiving {
    private static final Logger log = LoggerFactory.getLogger(MessageReceiving.class);
    private static final String REQUEST_ID = "requestId";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(80);

    private final Deliveries deliveries;
    private final Conversation conversation;
    private final CustomerServiceMessages customerService;
    private final GuardedCalls guarded;
    private final ExecutorService workers;
    private final Duration deadline;
    private final Clock clock;

    MessageReceiving(
            Deliveries deliveries,
            Conversation conversation,
            CustomerServiceMessages customerService,
            GuardedCalls guarded,
            ExecutorService messageWorkers,
            WechatSettings settings,
            Clock clock) {
        this.deliveries = deliveries;
        this.conversation = conversation;
        this.customerService = customerService;
        this.guarded = guarded;
        this.workers = messageWorkers;
        this.deadline = settings.deadline();
        this.clock = clock;
    }

    /**
     * @param startedAt {@link System#nanoTime()} of the request's arrival
     * @return silence when the answer is not there in time; it is then sent as a customer-service message
     * @throws ProblemException dependency-unavailable when more messages come than can be worked on; WeChat repeats it
     */
    public Reply receive(FollowerMessage message, long startedAt) {
        long deadlineAt = startedAt + deadline.toNanos();
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        start(message, deadlineAt, answer);
        try {
            return answer.get(Math.max(0, deadlineAt - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            // Whoever completes it first decides: an answer just in time is replied, a later one is sent.
            if (answer.complete(Reply.SILENCE)) {
                log.warn("message {} is late", message.key().value());
            }
            return answer.join();
        } catch (ExecutionException e) {
            log.error("message {} failed: {}", message.key().value(), causeOf(e));
            throw ProblemException.dependencyUnavailable();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProblemException.dependencyUnavailable();
        }
    }

    private void start(FollowerMessage message, long deadlineAt, CompletableFuture<Reply> answer) {
        try {
            String requestId = MDC.get(REQUEST_ID);
            workers.execute(() -> {
                MDC.put(REQUEST_ID, requestId);
                try {
                    handle(message, deadlineAt, answer);
                } catch (RuntimeException e) {
                    answer.completeExceptionally(e);
                } finally {
                    MDC.remove(REQUEST_ID);
                }
            });
        } catch (RejectedExecutionException e) {
            throw ProblemException.dependencyUnavailable();
        }
    }

    private void handle(FollowerMessage message, long deadlineAt, CompletableFuture<Reply> answer) {
        Claim claim = store(() -> deliveries.claim(message.key(), clock.instant()), new Claim.First());
        while (claim instanceof Claim.UnderWork && System.nanoTime() < deadlineAt && pause()) {
            claim = store(() -> deliveries.look(message.key(), clock.instant()), new Claim.UnderWork());
        }
        if (claim instanceof Claim.Answered answered) {
            answer.complete(answered.reply());
        } else if (claim instanceof Claim.First) {
            work(message, answer);
        } else {
            answer.complete(Reply.SILENCE);
        }
    }

    private void work(FollowerMessage message, CompletableFuture<Reply> answer) {
        Reply reply = conversation.reply(message);
        boolean inTime = answer.complete(reply);
        Reply toRepeat = inTime ? reply : Reply.SILENCE;
        guarded.run(Dependency.STORE, () -> deliveries.answered(message.key(), toRepeat));
        if (!inTime && !reply.isSilent()) {
            customerService.send(message.sender(), reply);
        }
    }

    /** The class and place only: messages of exceptions may hold what a follower wrote. */
    private static String causeOf(ExecutionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        StackTraceElement[] trace = cause.getStackTrace();
        return cause.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    /** Without the store a message is answered all the same: at worst twice the same, of which WeChat shows one. */
    private <T> T store(Supplier<T> call, T without) {
        return guarded.call(Dependency.STORE, call, () -> without);
    }

    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Scheduled(fixedDelay = 10, initialDelay = 10, timeUnit = TimeUnit.MINUTES)
    void forgetOldDeliveries() {
        deliveries.forgetBefore(clock.instant().minus(Delivery.KEPT));
    }
}
