package org.linli.loan.contract;

/** One printed document. @param sha256 of its bytes, hex: its name in the store, and what is signed */
record ContractDocument(Kind kind, String sha256, int bytes) {
    enum Kind {
        /** 借款合同 */
        MAIN_CONTRACT,
        /** 保证合同, one per guarantor */
        GUARANTEE_CONTRACT,
        /** 还款计划表 */
        REPAYMENT_SCHEDULE,
        /** 阳光告知书 (rule L-1) */
        SUNSHINE_DISCLOSURE
    }
}
