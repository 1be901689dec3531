package org.linli.loan.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.ApplicationRegister.Position;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.Cursor;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.Page;
import org.linli.starter.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The staff's side: everything within the caller's data scope (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/loan-applications")
class StaffApplicationController {
    private final LoanApplications applications;
    private final ApplicationViews views;

    StaffApplicationController(LoanApplications applications, ApplicationViews views) {
        this.applications = applications;
        this.views = views;
    }

    /** What has to be done first comes first: by promised time, then id. */
    @Allowed("loan-application.read")
    @GetMapping
    Page<ApplicationView> queue(
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = Page.DEFAULT_SIZE) @Min(1) @Max(Page.MAX_SIZE) int size,
            @RequestParam(required = false) @Nullable String after,
            Caller caller,
            Locale locale) {
        Stage wanted = stage == null ? null : stage(stage);
        List<String> scope = caller.scope();
        List<LoanApplication> found = applications.queue(scope, wanted, position(after), size + 1);
        return Pages.of(found, size, StaffApplicationController::cursor, one -> views.of(one, locale));
    }

    /** Moves an application on: complete papers open the investigation. 409 {@code illegal-stage} for any other move. */
    @Allowed("loan-application.advance")
    @PostMapping("/{id}/stage")
    ApplicationView enterStage(
            @PathVariable String id, @Valid @RequestBody StageForm form, Caller caller, Locale locale) {
        StageOutcome outcome = applications.enterStage(id, stage(form.stage()), caller);
        return views.of(outcome.answer(new StageRefusals(views, locale)), locale);
    }

    record StageForm(@NotBlank String stage) {}

    private static Stage stage(String name) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalidParameter(
                        "stage", "unknown (expected: " + Arrays.toString(Stage.values()) + ")"));
    }

    private static String cursor(LoanApplication last) {
        return Cursor.of(String.valueOf(last.stageDueAt().toEpochMilli()), last.id());
    }

    private static @Nullable Position position(@Nullable String after) {
        Cursor cursor = Cursor.parse(after, 2);
        if (cursor == null) {
            return null;
        }
        try {
            return new Position(Instant.ofEpochMilli(Long.parseLong(cursor.text(0))), cursor.text(1));
        } catch (NumberFormatException | DateTimeException e) {
            throw ProblemException.invalidParameter("after", "not a cursor of this list");
        }
    }

    private record StageRefusals(ApplicationViews views, Locale locale) implements StageOutcome.Cases<LoanApplication> {
        @Override
        public LoanApplication entered(LoanApplication application) {
            return application;
        }

        @Override
        public LoanApplication illegalStage(Stage current, Stage wanted) {
            throw ProblemException.conflict(
                    "illegal-stage", views.stageName(current, locale), views.stageName(wanted, locale));
        }

        @Override
        public LoanApplication fourEyesConflict(FourEyes.Reason reason) {
            String detail = views.text("four-eyes." + reason.code(), locale);
            throw ProblemException.refused(
                    "four-eyes-conflict", List.of(new FieldProblem(null, reason.code(), detail, "P-2")));
        }

        @Override
        public LoanApplication notResponsible() {
            throw ProblemException.conflict("not-responsible");
        }

        @Override
        public LoanApplication notFound() {
            throw ProblemException.notFound();
        }
    }
}
