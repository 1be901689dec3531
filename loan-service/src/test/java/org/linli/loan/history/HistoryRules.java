package org.linli.loan.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.linli.loan.policy.kernel.Fact;

/** Loans of the past: nothing is guessed, and nothing that is known only afterwards is an input. */
class HistoryRules {
    private static final Set<String> KNOWN_ONLY_AFTERWARDS = Set.of(
            "ChgOffDate",
            "ChgOffPrinGr",
            "BalanceGross",
            "MIS_Status",
            "Default",
            "daysterm",
            "xx",
            "DisbursementDate",
            "DisbursementGross",
            "Recession",
            "Term",
            "RealEstate",
            "Selected");

    @Test
    void no_input_is_known_only_afterwards() {
        assertThat(SbaMapping.INPUTS).doesNotContainAnyElementsOf(KNOWN_ONLY_AFTERWARDS);
        assertThat(Fitting.INPUTS).doesNotContain(Fact.TERM_MONTHS);
    }

    @Test
    void facts_are_read_from_the_declared_inputs_and_from_nothing_else() {
        Set<String> read = new java.util.TreeSet<>();
        Map<String, String> row = SbaRows.aRow();
        Map<String, String> facts = SbaMapping.loan(row::get).facts();
        row.keySet().forEach(column -> {
            Map<String, String> other = new java.util.HashMap<>(row);
            other.put(column, changed(column, row));
            try {
                if (!SbaMapping.loan(other::get).facts().equals(facts)) {
                    read.add(column);
                }
            } catch (IllegalArgumentException decidesWhetherItIsACase) {
                assertThat(column).isIn("MIS_Status", "Default", "ChgOffDate", "Term", "LoanNr_ChkDgt");
            }
        });
        assertThat(read).isEqualTo(new java.util.TreeSet<>(SbaMapping.INPUTS));
    }

    private static String changed(String column, Map<String, String> row) {
        return switch (column) {
            case "NewExist", "UrbanRural" -> "2";
            case "RevLineCr" -> "N";
            case "LowDoc" -> "Y";
            case "State", "BankState" -> "NC";
            case "NAICS" -> "445110";
            case "Term" -> "48";
            case "LoanNr_ChkDgt" -> "1004285008";
            default -> row.get(column).matches("\\d+") ? row.get(column) + "9" : "9";
        };
    }

    @Test
    void a_row_becomes_a_case_with_its_outcome_beside_the_facts() {
        PastLoan loan = SbaMapping.loan(SbaRows.aRow()::get);
        assertThat(loan.id()).isEqualTo("sba:1004285007");
        assertThat(loan.approvedOn()).isEqualTo("2001-04-09");
        assertThat(loan.bad()).isFalse();
        assertThat(loan.known().text(Fact.AMOUNT_FEN)).isEqualTo("3000000");
        assertThat(loan.known().text(Fact.GUARANTEED_PER_MILLE)).isEqualTo("500");
        assertThat(loan.known().text(Fact.SECTOR)).isEqualTo("5324");
    }

    @ParameterizedTest
    @CsvSource({
        "NewExist,0,NEW_BUSINESS",
        "NewExist,'',NEW_BUSINESS",
        "RevLineCr,T,REVOLVING",
        "RevLineCr,0,REVOLVING",
        "LowDoc,S,SHORT_PAPERS",
        "UrbanRural,0,PLACE_KIND",
        "BankState,'',LENDER_NEARBY"
    })
    void a_field_that_says_nothing_readable_leaves_its_fact_unknown(String column, String text, Fact fact) {
        Map<String, String> row = SbaRows.aRow();
        row.put(column, text);
        assertThat(SbaMapping.loan(row::get).known().knows(fact)).isFalse();
        assertThat(SbaMapping.unknown(SbaMapping.loan(row::get))).containsExactly(fact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Term=0",
                "Default=1",
                "MIS_Status=",
                "ChgOffDate=17000",
                "GrAppv=0",
                "GrAppv=",
                "NoEmp=x",
                "LoanNr_ChkDgt=1"
            })
    void a_row_that_contradicts_itself_or_lacks_what_matters_is_no_case(String change) {
        Map<String, String> row = SbaRows.aRow();
        String[] parts = change.split("=", 2);
        row.put(parts[0], parts[1]);
        assertThatThrownBy(() -> SbaMapping.loan(row::get))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(parts[0].equals("Default") ? "Default" : parts[0]);
    }

    @Test
    void the_split_is_the_same_for_ever_and_about_seventy_to_thirty() {
        List<PastLoan> many = java.util.stream.IntStream.range(0, 10_000)
                .mapToObj(i -> new PastLoan("sba:" + i, java.time.LocalDate.EPOCH, Map.of(), false))
                .toList();
        long fitted = many.stream().filter(PastLoan::isForFitting).count();
        assertThat(fitted).isBetween(6_850L, 7_150L);
        assertThat(many.get(0).isForFitting()).isEqualTo(many.get(0).isForFitting());
    }

    @Test
    void the_real_file_is_read_with_its_dirty_rows_left_out() throws Exception {
        assumeTrue(Files.isRegularFile(SbaRows.file()), "skipped, no such file: " + SbaRows.file());
        List<PastLoan> loans = SbaRows.loans();
        assertThat(loans).hasSize(2_087);
        assertThat(loans).filteredOn(PastLoan::bad).hasSize(683);
        assertThat(loans).extracting(PastLoan::id).doesNotHaveDuplicates();
    }

    @Test
    void a_scorecard_fitted_to_real_loans_tells_unseen_ones_apart_better_than_a_coin() throws Exception {
        assumeTrue(Files.isRegularFile(SbaRows.file()), "skipped, no such file: " + SbaRows.file());
        Fitting.Fitted fitted = Fitting.fit(SbaRows.loans());
        assertThat(fitted.onUnseen().auc()).isBetween(0.6, 0.95);
        assertThat(fitted.scorecard().characteristics()).hasSizeGreaterThan(2);
    }
}
