package org.linli.starter.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The opaque {@code after} of a list: the sort key of the last item seen, in URL-safe Base64. */
public record Cursor(List<String> parts) {
    private static final int MAX_LENGTH = 512;
    private static final String SEPARATOR = "\u001f";

    public static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param after as received; absent means the first page
     * @param expectedParts how many parts the list's cursor has
     * @throws ProblemException 400 {@code invalid-parameter} for anything that {@link #of} did not make
     */
    public static @Nullable Cursor parse(@Nullable String after, int expectedParts) {
        if (after == null) {
            return null;
        }
        try {
            if (after.length() > MAX_LENGTH) {
                throw broken();
            }
            byte[] bytes = Base64.getUrlDecoder().decode(after);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() != expectedParts) {
                throw broken();
            }
            return new Cursor(parts);
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw broken();
        }
    }

    public String text(int part) {
        return parts.get(part);
    }

    /** @throws ProblemException when the part is no finite number */
    public double number(int part) {
        try {
            double value = Double.parseDouble(parts.get(part));
            if (!Double.isFinite(value)) {
                throw broken();
            }
            return value;
        } catch (NumberFormatException e) {
            throw broken();
        }
    }

    private static ProblemException broken() {
        return ProblemException.invalidParameter("after", "not a cursor of this list");
    }
}
