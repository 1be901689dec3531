package org.linli.localstack.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrganisationFileTest {
    private static final String HEADING = "id,kind,parent_id,name,address,lng,lat,radius_m,hours,machines\n";

    @TempDir
    Path folder;

    @Test
    void branches_are_sent_before_their_outlets_wherever_they_stand() throws IOException {
        PlaceFile.Content content = read(HEADING
                + "x1,outlet,b1,服务点,路1号,120.1,30.2,,Mo-Fr 08:30-17:00; Sa 09:00-12:00,ATM:2;CRS:1\n"
                + "b1,branch,,支行,路2号,120.1,30.2,2500,,\n");

        assertThat(content.rejected()).isEmpty();
        assertThat(content.rows()).extracting(PlaceRow::line).containsExactly(3L, 2L);
        assertThat(content.rows().get(0).more())
                .containsEntry("id", "b1")
                .containsEntry("kind", "branch")
                .containsEntry("radiusMeters", 2_500);
        assertThat(content.rows().get(1).more())
                .containsEntry("parentId", "b1")
                .containsEntry("hours", "Mo-Fr 08:30-17:00; Sa 09:00-12:00")
                .containsEntry("machines", "ATM:2;CRS:1");
    }

    @Test
    void a_bad_row_is_told_by_line_and_reason() throws IOException {
        PlaceFile.Content content = read(HEADING
                + "x1,region,b1,服务点,,120.1,30.2,,,\n"
                + "x2,outlet,,服务点,,120.1,30.2,,,\n"
                + "b1,branch,,支行,,120.1,30.2,wide,,\n"
                + ",branch,,支行,,120.1,30.2,,,\n"
                + "b2,branch,,支行,,120.1,30.2,,,\n");

        assertThat(content.rejected())
                .containsExactly(
                        new RejectedRow(2, "invalid-row", "kind: region (expected: branch or outlet)"),
                        new RejectedRow(3, "invalid-row", "parent_id: empty (expected: a text)"),
                        new RejectedRow(4, "invalid-row", "radius_m: wide (expected: 2000 to 3000)"),
                        new RejectedRow(5, "invalid-row", "id: empty (expected: a text)"));
        assertThat(content.rows()).hasSize(1);
    }

    @Test
    void a_date_says_from_when_a_row_holds() throws IOException {
        PlaceFile.Content content = read(HEADING.strip() + ",effective_on\n"
                + "b1,branch,,支行,,120.1,30.2,,,,1998-05-01\n"
                + "b2,branch,,支行,,120.1,30.2,,,,soon\n");

        assertThat(content.rows().get(0).more()).containsEntry("effectiveOn", "1998-05-01");
        assertThat(content.rejected())
                .containsExactly(
                        new RejectedRow(3, "invalid-row", "effective_on: soon (expected: a date such as 2026-12-01)"));
    }

    @Test
    void the_example_models_a_bank_of_sixty_outlets() {
        PlaceFile.Content content = new PlaceFile(
                        Path.of("examples", "organisations.csv"),
                        Target.ORGANISATIONS,
                        "GCJ02",
                        CategoryMapping.standard())
                .read();

        assertThat(content.rejected()).isEmpty();
        assertThat(content.repeated()).isZero();
        assertThat(content.rows())
                .filteredOn(row -> row.category().equals("branch"))
                .hasSize(12);
        assertThat(content.rows())
                .filteredOn(row -> row.category().equals("outlet"))
                .hasSize(60);
    }

    private PlaceFile.Content read(String text) throws IOException {
        Path file = folder.resolve("tree.csv");
        Files.writeString(file, text);
        return new PlaceFile(file, Target.ORGANISATIONS, "GCJ02", CategoryMapping.standard()).read();
    }
}
