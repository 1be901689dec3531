package org.linli.loan.application;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.linli.loan.application.ApplicationView.ResponsibleView;
import org.linli.loan.application.ApplicationView.StageView;
import org.linli.loan.application.ApplicationView.WaitingView;
import org.linli.loan.product.LoanProducts;
import org.linli.starter.web.FieldProblem;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts applications and refusals into the caller's words. */
@Component
class ApplicationViews {
    private final LoanApplications applications;
    private final LoanProducts products;
    private final MessageSource messages;

    ApplicationViews(LoanApplications applications, LoanProducts products, MessageSource messages) {
        this.applications = applications;
        this.products = products;
        this.messages = messages;
    }

    ApplicationView of(LoanApplication application, Locale locale) {
        Submission asked = application.submission();
        return new ApplicationView(
                application.id(),
                asked.merchantId(),
                asked.merchantName(),
                asked.branchId(),
                asked.productCode(),
                productName(asked.productCode(), locale),
                asked.amountFen(),
                asked.termMonths(),
                asked.purpose(),
                asked.businessStartedOn(),
                asked.submittedAt(),
                application.stage().name(),
                stageName(application.stage(), locale),
                application.stageEnteredAt(),
                application.stage().isOpen() ? application.stageDueAt() : null,
                applications.isOverdue(application),
                applications.daysLeft(application),
                waitingFor(application),
                application.handling().breaches().size(),
                application
                        .breach()
                        .map(breach -> view(breach.escalatedTo(), null, locale))
                        .orElse(null),
                applications.decisionDueAt(application),
                responsible(application, locale),
                nextStep(application, locale),
                asked.productVersion(),
                application.history().stream()
                        .map(entry -> new StageView(
                                entry.stage().name(),
                                stageName(entry.stage(), locale),
                                entry.enteredAt(),
                                entry.dueAt()))
                        .toList());
    }

    ResponsibleView responsible(LoanApplication application, Locale locale) {
        return view(application.responsible(), application.assignee().orElse(null), locale);
    }

    private ResponsibleView view(Responsible responsible, @Nullable Assignee named, Locale locale) {
        return new ResponsibleView(
                responsible.organisationId(),
                responsible.role(),
                text("role." + responsible.role(), locale),
                named == null ? null : named.staffId(),
                named == null ? null : named.name());
    }

    private static @Nullable WaitingView waitingFor(LoanApplication application) {
        return application
                .handling()
                .openQuestion()
                .map(question -> new WaitingView(question.text(), question.askedAt()))
                .orElse(null);
    }

    private String nextStep(LoanApplication application, Locale locale) {
        boolean waits = application.handling().openQuestion().isPresent();
        return text(waits ? "next.waiting" : "next." + application.stage().name(), locale);
    }

    String stageName(Stage stage, Locale locale) {
        return text("stage." + stage.name(), locale);
    }

    String explain(FailedRule failed, Locale locale) {
        return text(
                "eligibility." + failed.rule().code(), locale, failed.facts().toArray());
    }

    /** One entry per failed rule. */
    List<FieldProblem> explain(List<FailedRule> failed, Locale locale) {
        return failed.stream()
                .map(rule -> new FieldProblem(
                        rule.rule().field(),
                        rule.rule().code(),
                        explain(rule, locale),
                        rule.rule().id()))
                .toList();
    }

    String text(String key, Locale locale, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    /** A product that is no longer offered keeps its code as its name. */
    private String productName(String code, Locale locale) {
        return products.withCode(code).map(product -> product.name().in(locale)).orElse(code);
    }
}
