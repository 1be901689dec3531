package org.linli.loan.application;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.ApplicationRegister.Position;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Once after a start: finishes moves that a crash cut off. One stuck case never blocks the rest. */
@Component
class StageResumption {
    private static final Logger log = LoggerFactory.getLogger(StageResumption.class);
    private static final List<String> EVERYTHING = List.of("/hq/");
    private static final int PAGE = 200;

    private final ApplicationRegister register;
    private final List<StageDriver> drivers;

    StageResumption(ApplicationRegister register, List<StageDriver> drivers) {
        this.register = register;
        this.drivers = List.copyOf(drivers);
    }

    /** Beside everything else: thousands of open cases must not keep the service from being ready. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread worker = new Thread(this::resumeAll, "stage-resumption");
        worker.setDaemon(true);
        worker.start();
    }

    private void resumeAll() {
        drivers.forEach(this::resume);
    }

    private void resume(StageDriver driver) {
        List<LoanApplication> page = page(driver.stage(), null);
        while (!page.isEmpty()) {
            page.forEach(application -> resume(driver, application));
            LoanApplication last = page.get(page.size() - 1);
            page = page(driver.stage(), new Position(last.stageDueAt(), last.id()));
        }
    }

    private List<LoanApplication> page(Stage stage, @Nullable Position after) {
        return register.queue(EVERYTHING, stage, after, PAGE);
    }

    private static void resume(StageDriver driver, LoanApplication application) {
        try {
            driver.resume(LoanCase.of(application));
        } catch (RuntimeException e) {
            log.warn("case {} could not be moved on from {}", application.id(), application.stage(), e);
        }
    }
}
