package org.linli.loan.customerfile;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts files and refusals into the caller's words. */
@Component
class FileViews {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private final MessageSource messages;
    private final Clock clock;

    FileViews(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    FileView of(CustomerFile file) {
        return FileView.of(file, LocalDate.ofInstant(clock.instant(), SHANGHAI));
    }

    /** The file, or the refusal as a problem. */
    FileView of(FileOutcome outcome, Locale locale) {
        return of(outcome.answer(new Refusals(this, locale)));
    }

    String text(String key, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(key, null, locale));
    }

    private record Refusals(FileViews views, Locale locale) implements FileOutcome.Cases<CustomerFile> {
        @Override
        public CustomerFile changed(CustomerFile file) {
            return file;
        }

        @Override
        public CustomerFile notFound() {
            throw ProblemException.notFound();
        }

        @Override
        public CustomerFile outsideScope() {
            throw ProblemException.forbidden();
        }

        @Override
        public CustomerFile exists() {
            throw ProblemException.conflict("customer-file-exists");
        }

        @Override
        public CustomerFile duplicatePerson() {
            throw ProblemException.refused("duplicate-person");
        }

        @Override
        public CustomerFile full(String what, int most) {
            throw ProblemException.refused(
                    "customer-file-full", views.text("customer-file.entry." + what, locale), most);
        }

        @Override
        public CustomerFile unknownMerchant() {
            throw ProblemException.refused("unknown-merchant");
        }

        @Override
        public CustomerFile merchantHasFile() {
            throw ProblemException.conflict("merchant-has-file");
        }

        @Override
        public CustomerFile guarantorRefused(GuarantorVerdict verdict) {
            GuarantorVerdict.Reason reason = Objects.requireNonNull(verdict.reason());
            String detail = views.text("guarantor." + reason.code(), locale);
            throw ProblemException.refused(
                    "guarantor-refused", List.of(new FieldProblem(null, reason.code(), detail, null)));
        }
    }
}
