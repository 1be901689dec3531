package org.linli.user.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.linli.starter.security.Allowed;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** For loan-service alone: consent first, then whom the credit report is about. */
@RestController
class CreditSubjectController {
    private final CreditSubjects subjects;

    CreditSubjectController(CreditSubjects subjects) {
        this.subjects = subjects;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            boolean consented,
            @Nullable String textVersion,
            @Nullable String customerNumber) {
        @Override
        public String toString() {
            return "Answer[hidden]";
        }
    }

    /** 404 for nobody. */
    @Allowed("internal.credit-subject.read")
    @GetMapping("/internal/v1/users/{userId}/credit-subject")
    Answer one(@PathVariable @Size(max = 64) String userId) {
        CreditSubjects.Subject subject = subjects.of(userId);
        return new Answer(subject.consented(), subject.textVersion(), subject.customerNumber());
    }
}
