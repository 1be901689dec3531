package org.linli.loan.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.linli.loan.policy.kernel.Fact;

/**
 * How a row of the US Small Business Administration's loan file becomes a past loan. Amounts stay in their own currency,
 * in cents. Nothing is guessed: a field that says nothing readable leaves its fact unknown; a row that contradicts itself
 * about its outcome, or has no amount, is no case.
 *
 * <p>Left out on purpose, because it is known only afterwards: {@code ChgOffDate}, {@code ChgOffPrinGr}, {@code
 * BalanceGross}, {@code MIS_Status}, {@code Default}, {@code daysterm}, {@code xx}; {@code DisbursementDate} and {@code
 * DisbursementGross} (after the approval); {@code Recession} (whether one came during the term); and {@code Term} with
 * {@code RealEstate}, which is derived from it: of repaid loans 94 % have a term of whole years, of lost ones 8 %, so the
 * column was overwritten with how long the loan lasted. {@code Selected} is a mark of the file's makers.
 */
final class SbaMapping {
    /** The columns that become facts; a test holds the list against what is known only afterwards. */
    static final Set<String> INPUTS = Set.of(
            "GrAppv",
            "SBA_Appv",
            "NoEmp",
            "CreateJob",
            "RetainedJob",
            "NewExist",
            "UrbanRural",
            "RevLineCr",
            "LowDoc",
            "FranchiseCode",
            "NAICS",
            "State",
            "BankState");

    private static final String SOURCE = "sba:";
    private static final LocalDate DAY_ZERO = LocalDate.of(1960, 1, 1);
    private static final BigDecimal CENTS = BigDecimal.valueOf(100);
    private static final BigDecimal PER_MILLE = BigDecimal.valueOf(1_000);
    private static final int SECTOR_DIGITS = 4;

    private SbaMapping() {}

    /** @throws IllegalArgumentException saying why the row is no case */
    static PastLoan loan(Function<String, String> row) {
        String number = row.apply("LoanNr_ChkDgt").strip();
        if (!number.matches("\\d{10}")) {
            throw new IllegalArgumentException("LoanNr_ChkDgt: " + number + " (expected: 10 digits)");
        }
        boolean bad = outcome(row);
        Map<String, String> facts = new LinkedHashMap<>();
        facts(row).forEach((fact, text) -> facts.put(fact.name(), text));
        LocalDate approvedOn = DAY_ZERO.plusDays(whole("ApprovalDate", row));
        return new PastLoan(SOURCE + number, approvedOn, facts, bad);
    }

    private static boolean outcome(Function<String, String> row) {
        String status = row.apply("MIS_Status").strip();
        String lost = row.apply("Default").strip();
        boolean bad =
                switch (status + "/" + lost) {
                    case "CHGOFF/1" -> true;
                    case "P I F/0" -> false;
                    default ->
                        throw new IllegalArgumentException("MIS_Status and Default: " + status + ", " + lost
                                + " (expected: CHGOFF, 1 or P I F, 0)");
                };
        if (!bad && !row.apply("ChgOffDate").isBlank()) {
            throw new IllegalArgumentException("ChgOffDate: set although repaid");
        }
        if (whole("Term", row) < 1) {
            throw new IllegalArgumentException("Term: " + row.apply("Term") + " (expected: 1 or more)");
        }
        return bad;
    }

    private static Map<Fact, String> facts(Function<String, String> row) {
        Map<Fact, String> facts = new LinkedHashMap<>();
        BigDecimal amount = amount("GrAppv", row);
        facts.put(Fact.AMOUNT_FEN, cents(amount));
        facts.put(
                Fact.GUARANTEED_PER_MILLE,
                amount("SBA_Appv", row)
                        .multiply(PER_MILLE)
                        .divide(amount, 0, java.math.RoundingMode.HALF_UP)
                        .toPlainString());
        facts.put(Fact.EMPLOYEES, Long.toString(whole("NoEmp", row)));
        facts.put(Fact.JOBS_CREATED, Long.toString(whole("CreateJob", row)));
        facts.put(Fact.JOBS_RETAINED, Long.toString(whole("RetainedJob", row)));
        known(facts, Fact.NEW_BUSINESS, row.apply("NewExist"), Map.of("1", "0", "2", "1"));
        known(facts, Fact.PLACE_KIND, row.apply("UrbanRural"), Map.of("1", "URBAN", "2", "RURAL"));
        known(facts, Fact.REVOLVING, row.apply("RevLineCr"), Map.of("Y", "1", "N", "0"));
        known(facts, Fact.SHORT_PAPERS, row.apply("LowDoc"), Map.of("Y", "1", "N", "0"));
        facts.put(Fact.FRANCHISE, whole("FranchiseCode", row) > 1 ? "1" : "0");
        String sector = row.apply("NAICS").strip();
        if (sector.length() >= SECTOR_DIGITS && !sector.startsWith("0")) {
            facts.put(Fact.SECTOR, sector.substring(0, SECTOR_DIGITS));
        }
        if (!row.apply("BankState").isBlank()) {
            facts.put(Fact.LENDER_NEARBY, row.apply("BankState").equals(row.apply("State")) ? "1" : "0");
        }
        return facts;
    }

    /** A text that means nothing leaves the fact unknown. */
    private static void known(Map<Fact, String> facts, Fact fact, String text, Map<String, String> meaning) {
        String meant = meaning.get(text.strip());
        if (meant != null) {
            facts.put(fact, meant);
        }
    }

    private static BigDecimal amount(String column, Function<String, String> row) {
        String text = row.apply(column).strip();
        if (!text.matches("\\d{1,12}(\\.\\d{1,2})?") || new BigDecimal(text).signum() == 0) {
            throw new IllegalArgumentException(column + ": " + text + " (expected: an amount above 0)");
        }
        return new BigDecimal(text);
    }

    private static String cents(BigDecimal amount) {
        return Long.toString(amount.multiply(CENTS).longValueExact());
    }

    private static long whole(String column, Function<String, String> row) {
        String text = row.apply(column).strip();
        if (!text.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(column + ": " + text + " (expected: a whole number)");
        }
        return Long.parseLong(text);
    }

    /** Facts whose absence is worth a word in the report of an import. */
    static List<Fact> unknown(PastLoan loan) {
        return java.util.stream.Stream.of(
                        Fact.NEW_BUSINESS,
                        Fact.PLACE_KIND,
                        Fact.REVOLVING,
                        Fact.SHORT_PAPERS,
                        Fact.SECTOR,
                        Fact.LENDER_NEARBY)
                .filter(fact -> !loan.facts().containsKey(fact.name()))
                .toList();
    }
}
