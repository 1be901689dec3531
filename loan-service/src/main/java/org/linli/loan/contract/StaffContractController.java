package org.linli.loan.contract;

import jakarta.validation.Valid;
import java.util.Locale;
import org.linli.loan.application.LoanCase;
import org.linli.loan.application.LoanCases;
import org.linli.starter.outbox.AuditNotes;
import org.linli.starter.outbox.AuditView;
import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The staff's side of contracts, within the caller's data scope (rule P-1). */
@RestController
@RequestMapping("/api/v1/admin/loan-applications/{id}/contract")
class StaffContractController {
    private final Contracting contracting;
    private final SigningProgress signing;
    private final LoanCases cases;
    private final AuditNotes notes;
    private final MessageSource messages;

    StaffContractController(
            Contracting contracting,
            SigningProgress signing,
            LoanCases cases,
            AuditNotes notes,
            MessageSource messages) {
        this.contracting = contracting;
        this.signing = signing;
        this.cases = cases;
        this.notes = notes;
        this.messages = messages;
    }

    /** Prints the contract from what was approved. 409 {@code contract-not-open} when it is being or was signed. */
    @Allowed("contract.prepare")
    @PostMapping
    ContractView prepare(@PathVariable String id, @Valid @RequestBody ContractForm form, Caller caller, Locale locale) {
        return view(contracting.prepare(id, form.parties(), caller), locale);
    }

    /** Puts it before the parties and asks the signing platform at once; asking again changes nothing. */
    @Allowed("contract.prepare")
    @PostMapping("/signing")
    ContractView sign(@PathVariable String id, Caller caller, Locale locale) {
        ContractView requested = view(contracting.putBeforeParties(id, caller), locale);
        return signing.look(id).map(ContractView::of).orElse(requested);
    }

    @Allowed("contract.read")
    @GetMapping
    ContractView one(@PathVariable String id, Caller caller) {
        return ContractView.of(contracting.inScope(id, caller).orElseThrow(ProblemException::notFound));
    }

    /** A document with all its names and numbers: who reads it is written down first (rule P-4). */
    @Allowed("contract.reveal")
    @GetMapping("/documents/{documentId}")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String documentId, Caller caller) {
        Contract contract = contracting.inScope(id, caller).orElseThrow(ProblemException::notFound);
        byte[] content = contracting.document(contract, documentId).orElseThrow(ProblemException::notFound);
        String path = cases.find(id).map(LoanCase::organisationPath).orElseThrow(ProblemException::notFound);
        notes.write(
                "contract-document-revealed", id, AuditView.of("contract", path).with("document", documentId));
        return Pdf.of(content, documentId);
    }

    private ContractView view(PreparationOutcome outcome, Locale locale) {
        return ContractView.of(outcome.answer(new ContractRefusals(messages, locale)));
    }
}
