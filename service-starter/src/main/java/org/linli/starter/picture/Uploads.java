package org.linli.starter.picture;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.linli.starter.web.ProblemException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.multipart.MultipartFile;

/** Pictures on their way in and out, for every controller that has some. */
public final class Uploads {
    private Uploads() {}

    /** @throws ProblemException 400 when the request brings no file */
    public static byte[] bytes(@Nullable MultipartFile file) {
        if (file == null) {
            throw ProblemException.invalidParameter("file", "(expected: a picture as multipart/form-data)");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw ProblemException.of(HttpStatus.BAD_REQUEST, "malformed-body");
        }
    }

    public static ProblemException refused(PictureRefusal reason) {
        return switch (reason) {
            case TOO_LARGE -> ProblemException.of(HttpStatus.CONTENT_TOO_LARGE, reason.code());
            case EMPTY, NOT_A_PICTURE, TYPE_NOT_TAKEN, TOO_SMALL, TOO_MANY_PIXELS ->
                ProblemException.refused(reason.code());
        };
    }

    /** Never read as anything but the picture that it is. */
    public static ResponseEntity<byte[]> show(Optional<byte[]> jpeg, CacheControl caching) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(caching)
                .header("X-Content-Type-Options", "nosniff")
                .body(jpeg.orElseThrow(ProblemException::notFound));
    }
}
