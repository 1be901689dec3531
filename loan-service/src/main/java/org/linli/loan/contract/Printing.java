package org.linli.loan.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.linli.loan.application.LoanCase;
import org.linli.loan.calculation.kernel.Instalment;
import org.linli.loan.calculation.kernel.RepaymentSchedule;
import org.linli.loan.contract.ContractDocument.Kind;
import org.linli.loan.contract.ContractParties.Person;
import org.linli.loan.contract.paper.PaperFont;
import org.linli.loan.contract.paper.Press;
import org.linli.loan.contract.paper.Template;
import org.springframework.stereotype.Component;

/** Fills the templates and prints them. The same contract on the same day gives the same bytes. */
@Component
class Printing {
    private static final Template MAIN = Template.named("main");
    private static final Template GUARANTEE = Template.named("guarantee");
    private static final Template SCHEDULE = Template.named("schedule");
    private static final Template SUNSHINE = Template.named("sunshine");

    private final PaperFont font;
    private final Press press;
    private final String bankName;

    Printing(ContractSettings settings) {
        this.font = new PaperFont(settings.font());
        this.press = new Press(font);
        this.bankName = settings.bankName();
    }

    record Printed(Kind kind, byte[] content) {}

    /** Names and addresses must be printed as they are. */
    boolean canPrint(ContractParties parties) {
        List<String> all = new ArrayList<>(
                List.of(parties.payee().accountName(), parties.payee().bankName()));
        all.addAll(words(parties.borrower()));
        parties.guarantors().forEach(one -> all.addAll(words(one)));
        return font.prints(String.join("", all));
    }

    private static List<String> words(Person person) {
        return List.of(person.name(), person.idNumber(), person.address());
    }

    List<Printed> print(LoanCase loanCase, AgreedTerms terms, ContractParties parties, LocalDate today) {
        Map<String, String> values = values(loanCase, terms, parties, today);
        List<Kind> kinds = new ArrayList<>(List.of(Kind.MAIN_CONTRACT));
        List<List<String>> papers = new ArrayList<>(List.of(MAIN.filled(values)));
        int number = 0;
        for (Person guarantor : parties.guarantors()) {
            number++;
            kinds.add(Kind.GUARANTEE_CONTRACT);
            papers.add(GUARANTEE.filled(with(values, guarantor, number)));
        }
        kinds.addAll(List.of(Kind.REPAYMENT_SCHEDULE, Kind.SUNSHINE_DISCLOSURE));
        papers.add(SCHEDULE.filled(values));
        papers.add(SUNSHINE.filled(values));
        List<byte[]> printed = press.print(papers);
        List<Printed> result = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            result.add(new Printed(kinds.get(i), printed.get(i)));
        }
        return result;
    }

    private Map<String, String> values(LoanCase loanCase, AgreedTerms terms, ContractParties parties, LocalDate today) {
        RepaymentSchedule schedule = terms.scheduleFrom(today);
        Person borrower = parties.borrower();
        Payee payee = parties.payee();
        String amount = Wording.yuan(terms.amountFen());
        String words = Wording.inWords(terms.amountFen());
        Map<String, String> values = new HashMap<>();
        values.put("contractNumber", loanCase.id().toUpperCase(java.util.Locale.ROOT));
        values.put("bankName", bankName);
        values.put("borrowerName", oneLine(borrower.name()));
        values.put("borrowerIdNumber", borrower.idNumber());
        values.put("borrowerPhone", borrower.phone());
        values.put("borrowerAddress", oneLine(borrower.address()));
        values.put("amount", amount);
        values.put("amountWords", words);
        values.put("loanClause", loanClause(terms, amount, words));
        values.put("purpose", oneLine(loanCase.purpose()));
        values.put("termMonths", String.valueOf(terms.termMonths()));
        values.put("annualRatePercent", terms.annualRatePercent());
        values.put("method", Wording.of(terms.method()));
        values.put("dayCount", Wording.of(terms.dayCount()));
        values.put("paymentClause", paymentClause(payee));
        values.put("accountName", oneLine(payee.accountName()));
        values.put("accountNumber", payee.accountNumber());
        values.put("payeeBank", oneLine(payee.bankName()));
        values.put("conditions", conditions(terms));
        values.put("guaranteeClause", guaranteeClause(parties));
        values.put("validUntil", terms.validUntil().toString());
        values.put("scheduledFrom", today.toString());
        values.put("instalments", instalments(schedule));
        values.put("totalInterest", Wording.yuan(schedule.totalInterestFen()));
        values.put("total", Wording.yuan(schedule.totalFen()));
        return values;
    }

    private static String loanClause(AgreedTerms terms, String amount, String words) {
        return terms.revolving()
                ? "最高额循环借款，额度为人民币 " + words + "（" + amount + " 元）。在额度和期限内随用随贷、随借随还，未归还的本金合计不超过该额度。"
                : "借款金额为人民币 " + words + "（" + amount + " 元）。";
    }

    private static String paymentClause(Payee payee) {
        return payee.kind() == Payee.Kind.ENTRUSTED ? "受托支付：借款人委托贷款人将借款直接支付给以下交易对手。" : "自主支付：借款发放至借款人的以下账户。";
    }

    private static String conditions(AgreedTerms terms) {
        return terms.conditions().isEmpty()
                ? "无。"
                : terms.conditions().stream().map(Printing::oneLine).collect(Collectors.joining("\n"));
    }

    private static String guaranteeClause(ContractParties parties) {
        return parties.guarantors().isEmpty()
                ? "本合同项下借款无保证担保。"
                : "由 "
                        + parties.guarantors().stream()
                                .map(one -> oneLine(one.name()))
                                .collect(Collectors.joining("、"))
                        + " 提供连带责任保证，另签保证合同。";
    }

    private static String instalments(RepaymentSchedule schedule) {
        return schedule.instalments().stream().map(Printing::row).collect(Collectors.joining("\n"));
    }

    private static String row(Instalment line) {
        return "| " + line.number() + " | " + line.dueDate() + " | " + Wording.yuan(line.principalFen()) + " | "
                + Wording.yuan(line.interestFen()) + " | " + Wording.yuan(line.totalFen()) + " | "
                + Wording.yuan(line.balanceFen());
    }

    private static Map<String, String> with(Map<String, String> values, Person guarantor, int number) {
        Map<String, String> more = new HashMap<>(values);
        more.put("guarantorNumber", String.valueOf(number));
        more.put("guarantorName", oneLine(guarantor.name()));
        more.put("guarantorIdNumber", guarantor.idNumber());
        more.put("guarantorPhone", guarantor.phone());
        more.put("guarantorAddress", oneLine(guarantor.address()));
        return more;
    }

    /** What somebody typed never begins a line of its own, so it cannot pass for a clause. */
    private static String oneLine(String typed) {
        return typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
