package org.linli.loan.contract;

import java.util.List;
import java.util.Locale;
import org.linli.loan.application.Stage;
import org.linli.loan.foureyes.FourEyes;
import org.linli.starter.web.FieldProblem;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;

/** Every refusal with its status and code. */
record ContractRefusals(MessageSource messages, Locale locale) implements PreparationOutcome.Cases<Contract> {
    @Override
    public Contract done(Contract contract) {
        return contract;
    }

    @Override
    public Contract notFound() {
        throw ProblemException.notFound();
    }

    @Override
    public Contract wrongStage(Stage current) {
        throw ProblemException.conflict("wrong-stage", text("stage." + current));
    }

    @Override
    public Contract notApproved() {
        throw ProblemException.refused("not-approved");
    }

    @Override
    public Contract approvalLapsed() {
        throw ProblemException.refused("approval-lapsed");
    }

    @Override
    public Contract unprintable() {
        throw ProblemException.refused("unprintable-text");
    }

    @Override
    public Contract notInStatus(ContractStatus current) {
        throw ProblemException.conflict("contract-not-open", text("contract." + current));
    }

    @Override
    public Contract fourEyesConflict(FourEyes.Reason reason) {
        FieldProblem why = new FieldProblem(null, reason.code(), text("four-eyes." + reason.code()), "P-2");
        throw ProblemException.refused("four-eyes-conflict", List.of(why));
    }

    private String text(String key) {
        return messages.getMessage(key, new Object[0], locale);
    }
}
