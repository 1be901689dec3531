package org.linli.loan.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What applicants do with an application that is on its way. */
@RestController
@RequestMapping("/api/v1/loan-applications/{id}")
class ApplicantCaseController {
    private final CaseHandling handling;
    private final ApplicationViews views;

    ApplicantCaseController(CaseHandling handling, ApplicationViews views) {
        this.handling = handling;
        this.views = views;
    }

    /** Answers what the bank asked; the clock goes on. 409 {@code not-waiting} when nothing was asked. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @PostMapping("/answers")
    ApplicationView answer(@PathVariable String id, @Valid @RequestBody Answer form, Caller caller, Locale locale) {
        return views.of(CaseRefusals.done(handling.answer(id, form.text().strip(), caller)), locale);
    }

    /** Takes the application back at any time before signing; again has no further effect. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @PostMapping("/withdrawal")
    ApplicationView withdraw(@PathVariable String id, Caller caller, Locale locale) {
        return views.of(CaseRefusals.done(handling.withdraw(id, caller)), locale);
    }

    record Answer(@NotBlank @Size(max = 500) String text) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }
}
