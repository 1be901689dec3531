package org.linli.loan.contract.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The page being written and all before it; lengths in points, whole ones. */
final class Sheet {
    private static final int MARGIN = 56;
    private static final int TITLE = 18;
    private static final int HEADING = 12;
    private static final int TEXT = 10;
    private static final int WIDTH = 595 - 2 * MARGIN;
    private static final int TOP = 842 - MARGIN;
    private static final int GLYPH_UNITS = 1_000;
    private static final int MISSING = '□';

    private final PDDocument document;
    private final PDType0Font font;
    private final CmapLookup glyphs;
    private PDPageContentStream page;
    private int y = TOP;

    Sheet(PDDocument document, PDType0Font font, TrueTypeFont loaded) throws IOException {
        this.document = document;
        this.font = font;
        this.glyphs = loaded.getUnicodeCmapLookup();
        this.page = newPage();
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage fresh = new PDPage(PDRectangle.A4);
        document.addPage(fresh);
        return new PDPageContentStream(document, fresh);
    }

    void write(String line) throws IOException {
        if (line.startsWith("# ")) {
            wrapped(line.substring(2), TITLE);
        } else if (line.startsWith("## ")) {
            y -= HEADING / 2;
            wrapped(line.substring(3), HEADING);
        } else if (line.startsWith("| ")) {
            row(line.substring(2).split("\\|", -1));
        } else {
            wrapped(line, TEXT);
        }
    }

    void finish() throws IOException {
        page.close();
    }

    private void row(String[] cells) throws IOException {
        int height = TEXT * 3 / 2;
        makeRoom(height);
        for (int i = 0; i < cells.length; i++) {
            show(printable(cells[i].strip()), MARGIN + i * WIDTH / cells.length, TEXT);
        }
        y -= height;
    }

    private void wrapped(String text, int size) throws IOException {
        int height = size * 3 / 2;
        for (String line : broken(printable(text), size)) {
            makeRoom(height);
            show(line, MARGIN, size);
            y -= height;
        }
    }

    /** Chinese is broken between any two characters. */
    private List<String> broken(String text, int size) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        long used = 0;
        for (int one : text.codePoints().toArray()) {
            String character = Character.toString(one);
            long width = (long) Math.round(font.getStringWidth(character)) * size;
            if (used + width > (long) WIDTH * GLYPH_UNITS) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            line.append(character);
            used += width;
        }
        lines.add(line.toString());
        return lines;
    }

    /** What the font does not have is shown as missing; names are checked before they come here. */
    private String printable(String text) {
        int[] shown = text.codePoints()
                .map(one -> glyphs.getGlyphId(one) == 0 ? MISSING : one)
                .toArray();
        return new String(shown, 0, shown.length);
    }

    private void makeRoom(int height) throws IOException {
        if (y - height < MARGIN) {
            page.close();
            page = newPage();
            y = TOP;
        }
    }

    private void show(String text, int x, int size) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        page.beginText();
        page.setFont(font, size);
        page.newLineAtOffset(x, y - size);
        page.showText(text);
        page.endText();
    }
}
