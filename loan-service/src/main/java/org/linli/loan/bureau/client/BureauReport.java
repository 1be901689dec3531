package org.linli.loan.bureau.client;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.linli.loan.bureau.CreditReport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report in the bureau's words. Anything may be missing from it; what is missing is never taken for good, the whole
 * report is unreadable then.
 */
record BureauReport(
        @Nullable String reportNumber,
        @Nullable LocalDate reportedOn,
        @Nullable Subject subject,
        @Nullable List<@Nullable Account> accounts,
        @Nullable List<@Nullable Execution> executions,
        @Nullable List<@Nullable Query> queries) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .build();
    private static final int LONGEST = 200_000;
    private static final int MONTHS_OF_QUERIES = 3;

    /** N paid in time, 1 to 7 so many months overdue, C closed, * or / nothing due, B written off, G ended with a loss. */
    private static final Pattern HISTORY = Pattern.compile("[N1-7C*/BG]{0,60}");

    record Subject(@Nullable String customerNumber) {}

    record Account(
            @Nullable String lender,
            @Nullable Long balanceFen,
            @Nullable Long monthlyPaymentFen,
            @Nullable Long overdueFen,
            @Nullable String history) {
        boolean isReadable() {
            return lender != null
                    && notNegative(balanceFen)
                    && notNegative(monthlyPaymentFen)
                    && notNegative(overdueFen)
                    && history != null
                    && HISTORY.matcher(history).matches();
        }

        private static boolean notNegative(@Nullable Long fen) {
            return fen != null && fen >= 0;
        }

        String pastMonths() {
            return history == null ? "" : history;
        }

        /** Seven months are seven months, whether the mark counts up or the account is late again each month. */
        int overdueMonthsInARow() {
            int longest = 0;
            int row = 0;
            for (char month : pastMonths().toCharArray()) {
                boolean late = month >= '1' && month <= '7';
                row = late ? row + 1 : 0;
                longest = Math.max(longest, late ? Math.max(row, month - '0') : 0);
            }
            return longest;
        }

        boolean isWrittenOff() {
            return pastMonths().indexOf('B') >= 0 || pastMonths().indexOf('G') >= 0;
        }
    }

    record Execution(@Nullable String court) {}

    record Query(@Nullable LocalDate on) {}

    static Optional<BureauReport> read(String raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(JSON.readValue(raw, BureauReport.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    boolean isOf(String customerNumber) {
        return subject != null && customerNumber.equals(subject.customerNumber());
    }

    Optional<CreditReport> facts() {
        String number = reportNumber;
        LocalDate on = reportedOn;
        if (number == null || on == null || accounts == null || executions == null || queries == null) {
            return Optional.empty();
        }
        List<Account> readable = accounts.stream()
                .filter(Objects::nonNull)
                .filter(Account::isReadable)
                .toList();
        boolean complete = readable.size() == accounts.size()
                && queries.stream().allMatch(query -> query != null && query.on() != null);
        return complete
                ? Optional.of(facts(number, on, readable, executions.size(), recentQueries(on)))
                : Optional.empty();
    }

    private static CreditReport facts(
            String number, LocalDate on, List<Account> accounts, int executions, int recentQueries) {
        return new CreditReport(
                number,
                on,
                accounts.stream().mapToInt(Account::overdueMonthsInARow).max().orElse(0),
                sum(accounts, Account::overdueFen),
                accounts.stream().anyMatch(Account::isWrittenOff),
                executions > 0,
                (int) accounts.stream()
                        .filter(account -> fen(account.balanceFen()) > 0)
                        .map(Account::lender)
                        .distinct()
                        .count(),
                sum(accounts, Account::balanceFen),
                sum(accounts, Account::monthlyPaymentFen),
                recentQueries);
    }

    private int recentQueries(LocalDate on) {
        LocalDate from = on.minusMonths(MONTHS_OF_QUERIES);
        return queries == null
                ? 0
                : (int) queries.stream()
                        .filter(query -> query != null
                                && query.on() != null
                                && query.on().isAfter(from))
                        .count();
    }

    private interface Amount {
        @Nullable Long of(Account account);
    }

    private static long sum(List<Account> accounts, Amount amount) {
        return accounts.stream().mapToLong(account -> fen(amount.of(account))).sum();
    }

    private static long fen(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }

    /** It is about a person. */
    @Override
    public String toString() {
        return "BureauReport[hidden]";
    }
}
