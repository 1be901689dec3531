package org.linli.loan.straightthrough;

import org.linli.loan.application.LoanCase;
import org.linli.loan.application.Stage;
import org.linli.loan.application.StageDriver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The path leads through two stages at once: a crash may leave a case in either. */
@Configuration(proxyBeanMethods = false)
class Resumptions {
    @Bean
    StageDriver straightThroughOfSubmitted(StraightThrough path) {
        return new Driver(Stage.SUBMITTED, path);
    }

    @Bean
    StageDriver straightThroughOfApproval(StraightThrough path) {
        return new Driver(Stage.APPROVAL, path);
    }

    private record Driver(Stage stage, StraightThrough path) implements StageDriver {
        @Override
        public void resume(LoanCase loanCase) {
            path.resume(loanCase);
        }
    }
}
