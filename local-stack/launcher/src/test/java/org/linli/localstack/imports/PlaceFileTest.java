package org.linli.localstack.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceFileTest {
    private static final String HEADING = "name,address,category,wgs84_lng,wgs84_lat,lng,lat\n";

    @TempDir
    Path folder;

    @Test
    void rows_of_wanted_categories_become_places_in_the_named_system() throws IOException {
        PlaceFile.Content content = read(
                Target.MERCHANTS, "WGS84", HEADING + "面馆,路1号,餐饮服务;中餐厅,120.1,30.2,1,2\n公园,路2号,风景名胜,120.1,30.2,1,2\n");

        assertThat(content.rows()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.category()).isEqualTo("餐饮");
            assertThat(row.point())
                    .containsEntry("lat", 30.2)
                    .containsEntry("lng", 120.1)
                    .containsEntry("crs", "WGS84");
        });
        assertThat(content.notWanted()).isEqualTo(1);
    }

    @Test
    void without_columns_of_the_system_the_plain_ones_are_read() throws IOException {
        PlaceFile.Content content = read(Target.MERCHANTS, "BD09", HEADING + "面馆,路1号,餐饮服务,120.1,30.2,120.3,30.4\n");

        assertThat(content.rows().get(0).point()).containsEntry("lat", 30.4).containsEntry("lng", 120.3);
    }

    @Test
    void a_bad_row_is_told_by_line_and_reason_and_the_others_go_on() throws IOException {
        PlaceFile.Content content = read(
                Target.MERCHANTS,
                "WGS84",
                HEADING
                        + "\"多行\n店\",a,餐饮服务,120.1,30.2,,\n"
                        + ",a,餐饮服务,120.1,30.2,,\n"
                        + "反了,a,餐饮服务,30.2,120.1,,\n"
                        + "字母,a,餐饮服务,x,30.2,,\n"
                        + "好,a,餐饮服务,120.1,30.2,,\n");

        assertThat(content.rejected())
                .containsExactly(
                        new RejectedRow(4, "invalid-row", "name: empty (expected: a text)"),
                        new RejectedRow(5, "invalid-row", "wgs84_lat: 120.1 (expected: -90 to 90)"),
                        new RejectedRow(6, "invalid-row", "wgs84_lng: x (expected: a number)"));
        assertThat(content.rows()).extracting(PlaceRow::line).containsExactly(2L, 7L);
    }

    @Test
    void the_same_row_again_is_the_same_place_and_another_row_is_another() throws IOException {
        String row = "面馆,路1号,餐饮服务,120.1,30.2,,\n";
        PlaceFile.Content content = read(Target.MERCHANTS, "WGS84", HEADING + row + row + row.replace("30.2", "30.3"));

        assertThat(content.repeated()).isEqualTo(1);
        assertThat(content.rows())
                .extracting(PlaceRow::externalId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void banks_become_branches_and_are_no_merchants() throws IOException {
        String row = "农商银行,路1号,金融保险服务;银行;农商银行|生活服务;自助,120.1,30.2,,\n";

        assertThat(read(Target.BRANCHES, "WGS84", HEADING + row).rows()).hasSize(1);
        assertThat(read(Target.MERCHANTS, "WGS84", HEADING + row).rows())
                .extracting(PlaceRow::category)
                .containsExactly("生活服务");
    }

    @Test
    void a_spreadsheets_byte_order_mark_is_no_part_of_the_heading() throws IOException {
        assertThat(read(Target.MERCHANTS, "WGS84", "\uFEFF" + HEADING + "面馆,a,餐饮服务,120.1,30.2,,\n")
                        .rows())
                .hasSize(1);
    }

    @Test
    void a_file_that_is_not_utf_8_is_refused_whole() throws IOException {
        Path file = folder.resolve("gbk.csv");
        Files.write(file, new byte[] {(byte) 0xC3, (byte) 0xE6, '\n'});

        assertThatThrownBy(() -> new PlaceFile(file, Target.MERCHANTS, "WGS84", CategoryMapping.standard()).read())
                .isInstanceOf(ImportException.class)
                .hasMessageEndingWith("is not UTF-8");
    }

    @Test
    void a_mapping_file_without_its_columns_is_refused_with_the_line() throws IOException {
        Path file = folder.resolve("map.csv");
        Files.writeString(file, "source,category\n餐饮服务,\n");

        assertThatThrownBy(() -> CategoryMapping.of(file))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("line 2");
    }

    @Test
    void the_real_places_of_one_city_are_all_accounted_for() throws IOException {
        String shared = System.getenv().getOrDefault("LINLI_SHARED_DATA", "../../../shared/data");
        Path file = Path.of(shared, "pois", "hangzhou.csv");
        Assumptions.assumeTrue(Files.exists(file), "real places are not there: " + file);

        PlaceFile.Content merchants = new PlaceFile(file, Target.MERCHANTS, "GCJ02", CategoryMapping.standard()).read();
        PlaceFile.Content branches = new PlaceFile(file, Target.BRANCHES, "GCJ02", CategoryMapping.standard()).read();

        assertThat(merchants.rows().size() + merchants.repeated()).isEqualTo(12_020);
        assertThat(merchants.rejected()).isEqualTo(List.of());
        assertThat(branches.rows().size() + branches.repeated()).isEqualTo(147);
    }

    private PlaceFile.Content read(Target target, String crs, String text) throws IOException {
        Path file = folder.resolve("places.csv");
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        return new PlaceFile(file, target, crs, CategoryMapping.standard()).read();
    }
}
