package org.linli.loan.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The clock and the names of a case, for staff (rule L-1). */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}")
class CaseHandlingController {
    private final CaseHandling handling;
    private final ApplicationViews views;

    CaseHandlingController(CaseHandling handling, ApplicationViews views) {
        this.handling = handling;
        this.views = views;
    }

    /** Asks the applicant for more; the clock stands until there is an answer. */
    @Allowed("loan-application.handle")
    @PostMapping("/questions")
    ApplicationView ask(@PathVariable String id, @Valid @RequestBody Text form, Caller caller, Locale locale) {
        return view(handling.ask(id, form.text().strip(), caller), locale);
    }

    /** Notes an answer that came by another way. */
    @Allowed("loan-application.handle")
    @PostMapping("/answers")
    ApplicationView answered(@PathVariable String id, @Valid @RequestBody Text form, Caller caller, Locale locale) {
        return view(handling.answeredElsewhere(id, form.text().strip(), caller), locale);
    }

    /** Names who is responsible for the stage at hand. */
    @Allowed("loan-application.assign")
    @PostMapping("/assignment")
    ApplicationView assign(@PathVariable String id, @Valid @RequestBody Assignment form, Caller caller, Locale locale) {
        return view(handling.assign(id, form.staffId(), form.name().strip(), caller), locale);
    }

    /** The caller takes the case over. */
    @Allowed("loan-application.handle")
    @PostMapping("/takeover")
    ApplicationView takeOver(@PathVariable String id, @Valid @RequestBody Name form, Caller caller, Locale locale) {
        return view(handling.takeOver(id, form.name().strip(), caller), locale);
    }

    /** Withdraws on the applicant's request, which is the reason. */
    @Allowed("loan-application.handle")
    @PostMapping("/withdrawal")
    ApplicationView withdraw(@PathVariable String id, @Valid @RequestBody Reason form, Caller caller, Locale locale) {
        return view(handling.withdrawOnRequest(id, form.reason().strip(), caller), locale);
    }

    private ApplicationView view(CaseAct act, Locale locale) {
        return views.of(CaseRefusals.done(act), locale);
    }

    record Text(@NotBlank @Size(max = 500) String text) {
        @Override
        public String toString() {
            return "Text[hidden]";
        }
    }

    record Assignment(
            @NotBlank @Pattern(regexp = "[A-Za-z0-9._:-]{1,64}") String staffId,

            @NotBlank @Size(max = 40) String name) {
        @Override
        public String toString() {
            return "Assignment[" + staffId + "]";
        }
    }

    record Name(@NotBlank @Size(max = 40) String name) {
        @Override
        public String toString() {
            return "Name[hidden]";
        }
    }

    record Reason(@NotBlank @Size(max = 200) String reason) {}
}
