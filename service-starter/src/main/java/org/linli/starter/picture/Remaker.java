package org.linli.starter.picture;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.linli.starter.picture.Remaking.Made;
import org.linli.starter.picture.Remaking.Refused;

/**
 * Decodes what was sent and draws it anew as a JPEG. What is no picture does not survive that, nor does anything that
 * was hidden in one: where it was taken, by which camera, or a script behind the last pixel.
 */
final class Remaker {
    private static final Set<String> TAKEN = Set.of("jpeg", "png");
    private static final float QUALITY = 0.88f;
    private static final int UPRIGHT = 1;

    private final PictureSettings settings;

    Remaker(PictureSettings settings) {
        this.settings = settings;
    }

    Remaking remake(byte[] sent) {
        if (sent.length == 0) {
            return new Refused(PictureRefusal.EMPTY);
        }
        if (sent.length > settings.maxUpload().toBytes()) {
            return new Refused(PictureRefusal.TOO_LARGE);
        }
        try (ImageInputStream content = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                return new Refused(PictureRefusal.NOT_A_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(content, true, true);
                return remake(reader, sent);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            // Decoders throw whatever they stumble over; the file is broken, not we.
            return new Refused(PictureRefusal.NOT_A_PICTURE);
        }
    }

    private Remaking remake(ImageReader reader, byte[] sent) throws IOException {
        if (!TAKEN.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
            return new Refused(PictureRefusal.TYPE_NOT_TAKEN);
        }
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.min(width, height) < settings.minSide()) {
            return new Refused(PictureRefusal.TOO_SMALL);
        }
        if (Math.max(width, height) > settings.maxSide() || (long) width * height > settings.maxPixels()) {
            return new Refused(PictureRefusal.TOO_MANY_PIXELS);
        }
        ImageReadParam reading = reader.getDefaultReadParam();
        int every = Math.max(1, Math.max(width, height) / settings.keptSide());
        reading.setSourceSubsampling(every, every, 0, 0);
        BufferedImage drawn = draw(reader.read(0, reading), orientation(sent));
        return new Made(jpeg(drawn), drawn.getWidth(), drawn.getHeight());
    }

    /** How the camera was held, 1 to 8 as EXIF numbers it. It is lost with the rest, so it is applied before. */
    private static int orientation(byte[] sent) {
        try {
            ExifIFD0Directory exif = ImageMetadataReader.readMetadata(new ByteArrayInputStream(sent))
                    .getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer told = exif == null ? null : exif.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return told == null || told < 1 || told > 8 ? UPRIGHT : told;
        } catch (ImageProcessingException | IOException | RuntimeException unreadable) {
            return UPRIGHT;
        }
    }

    private BufferedImage draw(BufferedImage read, int orientation) {
        int longest = Math.max(read.getWidth(), read.getHeight());
        double scale = Math.min(1.0, (double) settings.keptSide() / longest);
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean lying = orientation > 4;
        BufferedImage target =
                new BufferedImage(lying ? height : width, lying ? width : height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = target.createGraphics();
        try {
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, target.getWidth(), target.getHeight());
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            AffineTransform placing = upright(orientation, width, height);
            placing.scale((double) width / read.getWidth(), (double) height / read.getHeight());
            pen.drawImage(read, placing, null);
        } finally {
            pen.dispose();
        }
        return target;
    }

    /** Turns and mirrors a picture of this size the way EXIF's number says. */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream target = new MemoryCacheImageOutputStream(bytes)) {
            ImageWriteParam writing = writer.getDefaultWriteParam();
            writing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            writing.setCompressionQuality(QUALITY);
            writer.setOutput(target);
            writer.write(null, new IIOImage(picture, null, null), writing);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
