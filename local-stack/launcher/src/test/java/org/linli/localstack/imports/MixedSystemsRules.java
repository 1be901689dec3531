package org.linli.localstack.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule G-2: a position in another system than the file says is told, and nothing else. */
class MixedSystemsRules {
    /** The published vector: one place in all three systems. */
    private static final String WGS = "113.6192856,34.7478004";

    private static final String GCJ = "113.6253334,34.7466173";
    private static final String BD = "113.6317519,34.7528605";
    private static final String HEADING = "name,address,category,lng,lat\n";
    private static final String ALL = "name,address,category,wgs84_lng,wgs84_lat,gcj02_lng,gcj02_lat\n";

    @TempDir
    Path folder;

    @Test
    void a_branch_500_m_from_its_own_address_is_told_with_the_system_it_is_in() throws IOException {
        PlaceFile.Content content =
                read(Target.BRANCHES, HEADING + "建设银行,郑州路8号,金融保险服务;银行;银行," + WGS + "\n面馆,郑州路 8号,餐饮服务," + GCJ + "\n");

        assertThat(content.rows()).isEmpty();
        assertThat(content.rejected()).singleElement().satisfies(row -> {
            assertThat(row.line()).isEqualTo(2);
            assertThat(row.code()).isEqualTo(MixedSystems.CODE);
            assertThat(row.reason()).contains("line 3", "read as WGS84 it would be");
        });
    }

    @Test
    void baidus_system_is_recognised_too() throws IOException {
        PlaceFile.Content content = read(
                Target.MERCHANTS,
                HEADING + "面馆,郑州路8号,餐饮服务," + GCJ + "\n饭店,郑州路8号,餐饮服务," + BD + "\n茶馆,郑州路8号,餐饮服务," + GCJ + "\n");

        assertThat(content.rows()).hasSize(2);
        assertThat(content.rejected()).extracting(RejectedRow::line).containsExactly(3L);
        assertThat(content.rejected().get(0).reason()).contains("read as BD09");
    }

    @Test
    void columns_of_one_row_that_do_not_belong_together_are_told() throws IOException {
        PlaceFile.Content content = read(
                Target.MERCHANTS, ALL + "对,郑州路8号,餐饮服务," + WGS + "," + GCJ + "\n错,郑州路9号,餐饮服务," + WGS + "," + WGS + "\n");

        assertThat(content.rows()).extracting(PlaceRow::name).containsExactly("对");
        assertThat(content.rejected())
                .singleElement()
                .satisfies(row -> assertThat(row.reason()).contains("m from its position in wgs84"));
    }

    @Test
    void a_long_street_without_numbers_and_a_wrong_place_in_no_system_are_none() throws IOException {
        PlaceFile.Content content = read(
                Target.MERCHANTS,
                HEADING + "面馆,郑州路,餐饮服务," + WGS + "\n饭店,郑州路,餐饮服务," + GCJ + "\n书店,郑州路8号,购物服务,113.70,34.80\n茶馆,郑州路8号,餐饮服务,"
                        + GCJ + "\n");

        assertThat(content.rejected()).isEmpty();
        assertThat(content.rows()).hasSize(4);
    }

    @Test
    void of_real_places_none_is_suspected_and_each_one_that_is_swapped_on_purpose_is_found() throws IOException {
        String shared = System.getenv("LINLI_SHARED_DATA");
        Path real = (shared == null ? Path.of("../../../shared/data") : Path.of(shared)).resolve("pois/hangzhou.csv");
        assumeTrue(Files.exists(real), "SKIPPED: real places, no " + real);
        List<String> lines = new ArrayList<>();
        List<Integer> swapped = new ArrayList<>();
        for (String line : Files.readAllLines(real, StandardCharsets.UTF_8)) {
            String[] cells = line.split(",");
            boolean plain = cells.length == 9 && !line.contains("\"");
            boolean swap = plain && cells[1].equals("解放路211号F6层") && lines.size() % 5 == 0;
            if (plain) {
                lines.add(String.join(
                        ",", cells[0], cells[1], cells[2], swap ? cells[3] : cells[5], swap ? cells[4] : cells[6]));
            }
            if (swap) {
                swapped.add(lines.size());
            }
        }
        lines.set(0, HEADING.strip());
        PlaceFile.Content content = read(Target.MERCHANTS, String.join("\n", lines));

        assertThat(swapped).isNotEmpty();
        assertThat(content.rejected().stream().filter(row -> row.code().equals(MixedSystems.CODE)))
                .extracting(row -> (int) row.line())
                .isSubsetOf(swapped)
                .isNotEmpty();
    }

    private PlaceFile.Content read(Target target, String text) throws IOException {
        Path file = folder.resolve("places.csv");
        Files.writeString(file, text);
        return new PlaceFile(file, target, "GCJ02", CategoryMapping.standard()).read();
    }
}
