package org.linli.loan.history;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows of the real file where it is at hand, and one made-up row. */
final class SbaRows {
    private SbaRows() {}

    static Path file() {
        String folder = System.getenv("LINLI_SHARED_DATA");
        return (folder == null ? Path.of("../../shared/data") : Path.of(folder)).resolve("loans/sba-cases.csv");
    }

    /** Those that are cases. */
    static List<PastLoan> loans() throws IOException {
        List<PastLoan> loans = new ArrayList<>();
        for (NamedCsvRecord row : rows()) {
            try {
                loans.add(SbaMapping.loan(column -> row.findField(column).orElseThrow()));
            } catch (IllegalArgumentException noCase) {
                // counted by the import's own test
            }
        }
        return loans;
    }

    static List<NamedCsvRecord> rows() throws IOException {
        String text = Files.readString(file()).replaceFirst("^\ufeff", "");
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
            return reader.stream().toList();
        }
    }

    static Map<String, String> aRow() {
        Map<String, String> row = new HashMap<>();
        for (String column : List.of(
                "Selected",
                "Name",
                "City",
                "Zip",
                "Bank",
                "ApprovalFY",
                "BalanceGross",
                "ChgOffPrinGr",
                "New",
                "RealEstate",
                "Portion",
                "Recession",
                "daysterm",
                "xx",
                "DisbursementDate",
                "DisbursementGross")) {
            row.put(column, "1");
        }
        row.putAll(Map.of(
                "LoanNr_ChkDgt", "1004285007",
                "State", "CA",
                "BankState", "CA",
                "NAICS", "532420",
                "ApprovalDate", "15074",
                "Term", "36",
                "NoEmp", "1",
                "NewExist", "1",
                "CreateJob", "0",
                "RetainedJob", "0"));
        row.putAll(Map.of(
                "FranchiseCode", "1",
                "UrbanRural", "1",
                "RevLineCr", "Y",
                "LowDoc", "N",
                "ChgOffDate", "",
                "MIS_Status", "P I F",
                "GrAppv", "30000",
                "SBA_Appv", "15000",
                "Default", "0"));
        return row;
    }
}
