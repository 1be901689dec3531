package org.linli.loan.contract.paper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The font that papers are set in: a file of the bank's choice, else the one that comes with the service, so that no
 * font need be installed on the machine. Parsed when needed and let go afterwards: it is 10 MB, and contracts are rare.
 */
public final class PaperFont {
    private static final String SHIPPED = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private final String file;

    /** @param file a TrueType file with Chinese characters; empty: the shipped font */
    public PaperFont(String file) {
        this.file = file;
        try (TrueTypeFont font = open()) {
            if (font.getUnicodeCmapLookup().getGlyphId('贷') == 0) {
                throw new IllegalStateException("CONTRACT_FONT: " + file + " has no Chinese characters");
            }
        } catch (IOException e) {
            throw new IllegalStateException("CONTRACT_FONT: " + file + " (expected: a TrueType font)", e);
        }
    }

    TrueTypeFont open() throws IOException {
        try (InputStream in = file.isBlank() ? shipped() : Files.newInputStream(Path.of(file))) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in));
        }
    }

    /** Whether every character of the text can be printed: a name with a gap in it is no name for a contract. */
    public boolean prints(String text) {
        try (TrueTypeFont font = open()) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            return text.codePoints().allMatch(one -> glyphs.getGlyphId(one) != 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream shipped() throws IOException {
        InputStream in = PaperFont.class.getResourceAsStream(SHIPPED);
        if (in == null) {
            throw new IOException("the shipped font is missing: " + SHIPPED);
        }
        return in;
    }
}
