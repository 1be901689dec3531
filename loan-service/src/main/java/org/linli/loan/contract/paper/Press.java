package org.linli.loan.contract.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints lines as a PDF (A4). A line that begins with {@code # } is the title, with {@code ## } a heading, with
 * {@code | } a row of a table whose cells {@code |} separates; every other line is a paragraph.
 */
public final class Press {
    /** Part of the file's id: with a fixed one the same text gives the same bytes, and so the same hash. */
    private static final long DOCUMENT_ID = 1;

    private final PaperFont font;

    public Press(PaperFont font) {
        this.font = font;
    }

    /** @param papers the lines of each paper; the font is loaded once for all */
    public synchronized List<byte[]> print(List<List<String>> papers) {
        try (TrueTypeFont loaded = font.open()) {
            return papers.stream().map(lines -> print(lines, loaded)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] print(List<String> lines, TrueTypeFont loaded) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentId(DOCUMENT_ID);
            document.getDocumentInformation().setTitle(lines.get(0).replace("# ", ""));
            Sheet sheet = new Sheet(document, PDType0Font.load(document, loaded, true), loaded);
            for (String line : lines) {
                sheet.write(line);
            }
            sheet.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
