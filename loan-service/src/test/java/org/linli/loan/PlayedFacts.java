package org.linli.loan;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.linli.loan.application.LoanCase;
import org.linli.loan.policy.FactSource;
import org.linli.loan.policy.kernel.Facts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The other sources of facts, as a test wants them: what turnover, investigation and customer file tell of a merchant. */
@TestConfiguration
public class PlayedFacts {
    private static final Map<String, Facts> TOLD = new ConcurrentHashMap<>();
    private static volatile int answerMillis;

    public static void tell(String merchantId, Facts facts) {
        TOLD.put(merchantId, facts);
    }

    /** For measurements: a port that takes its time. */
    public static void answerAfter(int millis) {
        answerMillis = millis;
    }

    @Bean
    FactSource played() {
        return new FactSource() {
            @Override
            public String name() {
                return "played";
            }

            @Override
            public Facts tell(LoanCase loanCase, LocalDate on) {
                if (answerMillis > 0) {
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(answerMillis));
                }
                return TOLD.getOrDefault(loanCase.merchantId(), Facts.NONE);
            }
        };
    }
}
