package org.linli.loan.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.ApplicationRegister.Position;

/** Finishing moves that a crash cut off: what could not be done is handed back, to be tried again. */
final class Resuming {
    static final int PAGE = 200;

    private final Cases cases;

    Resuming(Cases cases) {
        this.cases = cases;
    }

    /** The stored cases. */
    interface Cases {
        List<LoanApplication> page(Stage stage, @Nullable Position after);

        Optional<LoanApplication> find(String id);
    }

    /**
     * Something that is still to be done.
     *
     * @param caseId one case; null: all cases of the driver's stage after that position
     */
    record Part(
            StageDriver driver,
            @Nullable String caseId,
            @Nullable Position after) {
        static Part all(StageDriver driver) {
            return new Part(driver, null, null);
        }
    }

    /** @param trouble the kind of the last failure; its text may repeat what was stored */
    record Left(List<Part> parts, @Nullable String trouble) {}

    /** One stuck case never blocks the rest, and a store that is away loses nothing. */
    Left pass(List<Part> todo) {
        Pass pass = new Pass();
        todo.forEach(pass::work);
        return new Left(List.copyOf(pass.left), pass.trouble);
    }

    private final class Pass {
        private final List<Part> left = new ArrayList<>();
        private @Nullable String trouble;

        private void work(Part part) {
            Position reached = part.after();
            try {
                if (part.caseId() != null) {
                    cases.find(part.caseId()).ifPresent(one -> resume(part.driver(), one));
                    return;
                }
                List<LoanApplication> page = cases.page(part.driver().stage(), reached);
                while (!page.isEmpty()) {
                    page.forEach(one -> resume(part.driver(), one));
                    LoanApplication last = page.get(page.size() - 1);
                    reached = new Position(last.stageDueAt(), last.id());
                    page = cases.page(part.driver().stage(), reached);
                }
            } catch (RuntimeException away) {
                left(new Part(part.driver(), part.caseId(), reached), away);
            }
        }

        /** A case that went on meanwhile needs nobody. */
        private void resume(StageDriver driver, LoanApplication application) {
            if (application.stage() != driver.stage()) {
                return;
            }
            try {
                driver.resume(LoanCase.of(application));
            } catch (RuntimeException stuck) {
                left(new Part(driver, application.id(), null), stuck);
            }
        }

        private void left(Part part, RuntimeException why) {
            left.add(part);
            trouble = why.getClass().getSimpleName();
        }
    }
}
