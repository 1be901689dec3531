package org.linli.loan.contract.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** What is printed can be read again, on a machine without any font. */
class PressTest {
    private static final PaperFont FONT = new PaperFont("");
    private final Press press = new Press(FONT);

    @Test
    void chinese_is_printed_and_read_again_character_by_character() throws IOException {
        String text = "借款人：欧阳娜娜，人民币伍万元整，年利率 9.6%，一年三百六十天；面馆、农家乐。";
        assertThat(textOf(press.print(List.of(List.of("# 借款合同", text))).get(0))).isEqualTo("借款合同\n" + text);
    }

    @Test
    void the_font_travels_with_the_paper() throws IOException {
        byte[] pdf = press.print(List.of(List.of("# 借款合同"))).get(0);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
        assertThat(pdf).as("only the glyphs that are used").hasSizeLessThan(50_000);
    }

    @Test
    void the_same_text_gives_the_same_bytes() {
        List<List<String>> paper = List.of(List.of("# 合同", "| 1 | 2026-01-31 | 5000.00", "第一条"));
        assertThat(press.print(paper).get(0)).isEqualTo(press.print(paper).get(0));
    }

    @Test
    void long_texts_are_broken_and_go_on_over_the_page() throws IOException {
        String clause = "本合同经各方签署后生效。".repeat(400);
        byte[] pdf = press.print(List.of(List.of(clause))).get(0);
        assertThat(textOf(pdf).replaceAll("\\s", "")).isEqualTo(clause);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
        }
    }

    @Test
    void a_character_that_no_font_has_is_noticed_before_and_shown_as_missing() throws IOException {
        assertThat(FONT.prints("王小明")).isTrue();
        assertThat(FONT.prints("王😀")).isFalse();
        assertThat(textOf(press.print(List.of(List.of("用途😀进货"))).get(0))).isEqualTo("用途□进货");
    }

    @Test
    void a_gap_is_filled_once_and_never_left() {
        Template template = new Template("t", "甲方：{name}\n{rows}");
        assertThat(template.filled(Map.of("name", "{rows}$1", "rows", "a\nb")))
                .containsExactly("甲方：{rows}$1", "a", "b");
        assertThatThrownBy(() -> template.filled(Map.of("name", "x"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_font_without_chinese_is_refused_at_the_start() {
        assertThatThrownBy(() -> new PaperFont("/nowhere.ttf")).isInstanceOf(IllegalStateException.class);
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).strip();
        }
    }
}
