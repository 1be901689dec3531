package org.linli.loan.contract;

import org.linli.starter.security.Allowed;
import org.linli.starter.security.Caller;
import org.linli.starter.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The borrower's own contract. */
@RestController
@RequestMapping("/api/v1/loan-applications/{id}/contract")
class OwnerContractController {
    private final Contracting contracting;

    OwnerContractController(Contracting contracting) {
        this.contracting = contracting;
    }

    @Allowed(value = "loan-application.own", own = "merchantId")
    @GetMapping
    ContractView one(@PathVariable String id, Caller caller) {
        return ContractView.of(own(id, caller));
    }

    /** The whole text, as it is signed. */
    @Allowed(value = "loan-application.own", own = "merchantId")
    @GetMapping("/documents/{documentId}")
    ResponseEntity<byte[]> document(@PathVariable String id, @PathVariable String documentId, Caller caller) {
        return contracting
                .document(own(id, caller), documentId)
                .map(content -> Pdf.of(content, documentId))
                .orElseThrow(ProblemException::notFound);
    }

    private Contract own(String id, Caller caller) {
        return contracting.ownedBy(id, caller).orElseThrow(ProblemException::notFound);
    }
}
