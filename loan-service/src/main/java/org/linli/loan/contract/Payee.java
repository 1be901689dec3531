package org.linli.loan.contract;

/** Where the money goes. @param accountNumber digits */
public record Payee(Kind kind, String accountName, String accountNumber, String bankName) {
    public enum Kind {
        /** To the borrower's own account (自主支付). */
        OWN_ACCOUNT,
        /** Straight to the borrower's supplier (受托支付). */
        ENTRUSTED
    }

    /** The last four digits. */
    public String maskedAccount() {
        return "**** " + accountNumber.substring(accountNumber.length() - 4);
    }

    @Override
    public String toString() {
        return "Payee[hidden]";
    }
}
