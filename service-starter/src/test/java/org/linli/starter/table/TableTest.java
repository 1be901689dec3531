package org.linli.starter.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @TempDir
    Path directory;

    private static Table table() {
        Table table = new Table("figures", "键", "值");
        table.add(Arrays.asList("=1+1", -5));
        table.add(Arrays.asList("a,\"b\"", null));
        table.add(Arrays.asList("合计", new BigDecimal("-0.50")));
        return table;
    }

    @Test
    void a_csv_file_begins_with_its_mark_and_no_text_is_a_formula() {
        String csv = new String(table().write(TableFormat.csv), StandardCharsets.UTF_8);
        assertThat(csv).isEqualTo("\ufeff键,值\r\n'=1+1,-5\r\n\"a,\"\"b\"\"\",\r\n合计,-0.50\r\n");
    }

    @Test
    void a_sheet_has_numbers_as_numbers_and_texts_as_texts() throws IOException {
        String sheet = part(table().write(TableFormat.xlsx), "xl/worksheets/sheet1.xml");
        assertThat(sheet)
                .contains("<v>-5</v>")
                .contains("<v>-0.50</v>")
                .contains("=1+1")
                .doesNotContain("<f>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=SUM(A1)", "+1", "-1", "@x", "\tx", "\rx", "\nx"})
    void what_begins_like_a_formula_is_text(String cell) {
        assertThat(CsvCell.harmless(cell)).isEqualTo("'" + cell);
    }

    @Test
    void nothing_else_is_touched() {
        assertThat(CsvCell.harmless(null)).isEmpty();
        assertThat(CsvCell.harmless("")).isEmpty();
        assertThat(CsvCell.harmless("a=b")).isEqualTo("a=b");
        assertThat(CsvCell.harmless(-1L)).isEqualTo("-1");
    }

    private String part(byte[] file, String name) throws IOException {
        Path stored = Files.write(directory.resolve("table.xlsx"), file);
        try (ZipFile zip = new ZipFile(stored.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
