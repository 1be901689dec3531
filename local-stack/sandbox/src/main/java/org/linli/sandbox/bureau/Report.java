package org.linli.sandbox.bureau;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

/** A credit report; history is the last 24 months, the latest last. Money in fen. */
record Report(
        String reportNumber,
        LocalDate reportedOn,
        Subject subject,
        List<Account> accounts,
        List<Execution> executions,
        List<Query> queries) {
    record Subject(String customerNumber) {}

    record Account(
            String lender, String kind, long balanceFen, long monthlyPaymentFen, long overdueFen, String history) {}

    record Execution(String court, String caseNumber, LocalDate filedOn) {}

    record Query(LocalDate on, String reason, String lender) {}

    private static final String CLEAN_YEARS = "N".repeat(24);

    static Report of(String customerNumber, Profile profile, LocalDate today) {
        LocalDate on = profile == Profile.STALE ? today.minusDays(200) : today;
        String about = profile == Profile.OF_SOMEBODY_ELSE ? customerNumber + "0" : customerNumber;
        return new Report(
                "R" + Integer.toHexString((customerNumber + on).hashCode()),
                on,
                new Subject(about),
                accounts(profile),
                profile == Profile.EXECUTED
                        ? List.of(new Execution("某县人民法院", "(2025)执0001号", on.minusMonths(5)))
                        : List.of(),
                queries(profile, on));
    }

    private static List<Account> accounts(Profile profile) {
        Account card = new Account("邻县农商银行", "CREDIT_CARD", 0, 0, 0, CLEAN_YEARS);
        Account stock = new Account("县域村镇银行", "BUSINESS_LOAN", 2_000_000, 90_000, 0, CLEAN_YEARS);
        return switch (profile) {
            case NO_PAST -> List.of();
            case LONG_ARREARS ->
                List.of(card, new Account("县域村镇银行", "BUSINESS_LOAN", 0, 0, 0, "NNNN1234567NNNNNNNNNNNNC"));
            case CURRENT_OVERDUE ->
                List.of(new Account("县域村镇银行", "BUSINESS_LOAN", 3_000_000, 130_000, 260_000, "N".repeat(22) + "12"));
            case WRITTEN_OFF ->
                List.of(card, new Account("某消费金融公司", "CONSUMER_LOAN", 0, 0, 0, "1234567B" + "*".repeat(16)));
            case MANY_LENDERS ->
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> new Account("网络小贷" + i, "CONSUMER_LOAN", 800_000, 70_000, 0, CLEAN_YEARS))
                        .toList();
            default -> List.of(card, stock);
        };
    }

    private static List<Query> queries(Profile profile, LocalDate on) {
        int recent = profile == Profile.MANY_LENDERS ? 9 : profile == Profile.NO_PAST ? 0 : 1;
        return IntStream.rangeClosed(1, recent)
                .mapToObj(i -> new Query(on.minusDays(7L * i), "LOAN_APPROVAL", "网络小贷" + i))
                .toList();
    }
}
