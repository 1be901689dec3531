package org.linli.loan.application;

import org.springframework.stereotype.Component;

/** Cases that came to nothing lose what people said in them; unsent drafts about the person's shops go altogether. */
@Component
class CaseTraces implements PersonalTraces {
    private final ApplicationRegister register;
    private final VisitDrafts drafts;
    private final OwnerClaims claims;

    CaseTraces(ApplicationRegister register, VisitDrafts drafts, OwnerClaims claims) {
        this.register = register;
        this.drafts = drafts;
        this.claims = claims;
    }

    @Override
    public void forget(Forgotten person) {
        person.withoutLoan().forEach(one -> register.forgetWords(one.id()));
        drafts.removeUnsentOf(person.merchantIds());
        if (!person.hasOpenCase()) {
            claims.forget(person.userId());
        }
    }
}
