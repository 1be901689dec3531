package org.linli.starter.picture;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.linli.localstack.shots.Shots;
import org.springframework.util.unit.DataSize;

class RemakerTest {
    private final Remaker remaker = new Remaker(new PictureSettings(
            DataSize.ofKilobytes(500), 100, 12_000, 50_000_000, 800, 1, Duration.ofHours(1), Duration.ofMinutes(1)));

    @Test
    void where_a_picture_was_taken_does_not_survive() throws Exception {
        byte[] sent = Shots.fromAPhone(400, 300, 1);
        assertThat(gps(sent).getGeoLocation().getLatitude()).isEqualTo(30);
        byte[] kept = made(sent).jpeg();
        assertThat(gps(kept)).isNull();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }

    private static GpsDirectory gps(byte[] jpeg) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(jpeg))
                .getFirstDirectoryOfType(GpsDirectory.class);
    }

    @Test
    void nor_does_what_hides_behind_the_last_pixel() {
        byte[] sent = Arrays.copyOf(Shots.jpeg(400, 300), 60_000);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(script, 0, sent, 59_000, script.length);
        assertThat(new String(made(sent).jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
    }

    /** The red half was left in the sensor; where is it when the picture is held as the camera says? */
    @ParameterizedTest
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void a_picture_stands_upright_however_the_camera_was_held(int orientation, String red) throws Exception {
        Remaking.Made made = made(Shots.fromAPhone(400, 300, orientation));
        boolean lying = orientation > 4;
        assertThat(made.width()).isEqualTo(lying ? 300 : 400);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(made.jpeg()));
        int x = red.equals("left") ? 20 : red.equals("right") ? picture.getWidth() - 20 : picture.getWidth() / 2;
        int y = red.equals("top") ? 20 : red.equals("bottom") ? picture.getHeight() - 20 : picture.getHeight() / 2;
        Color there = new Color(picture.getRGB(x, y));
        assertThat(there.getRed()).isGreaterThan(200);
        assertThat(there.getBlue()).isLessThan(60);
    }

    @Test
    void a_large_one_is_scaled_down_and_keeps_its_shape() {
        Remaking.Made made = made(Shots.jpeg(4_000, 3_000));
        assertThat(made.width()).isEqualTo(800);
        assertThat(made.height()).isEqualTo(600);
    }

    @Test
    void a_png_becomes_a_jpeg() {
        assertThat(made(Shots.png(400, 300)).jpeg()).startsWith(0xFF, 0xD8, 0xFF);
    }

    @Test
    void what_is_no_picture_is_refused_whatever_it_is_called() {
        assertThat(refusal(new byte[0])).isEqualTo(PictureRefusal.EMPTY);
        assertThat(refusal("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(PictureRefusal.NOT_A_PICTURE);
        assertThat(refusal("\u00ff\u00d8\u00ff nonsense".getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(PictureRefusal.NOT_A_PICTURE);
        assertThat(refusal(Arrays.copyOf(Shots.png(400, 300), 200))).isEqualTo(PictureRefusal.NOT_A_PICTURE);
    }

    @Test
    void other_kinds_of_pictures_are_not_taken() {
        assertThat(refusal(Shots.gif(400, 300))).isEqualTo(PictureRefusal.TYPE_NOT_TAKEN);
    }

    @Test
    void sizes_have_limits_and_a_bomb_is_not_even_decoded() {
        assertThat(refusal(new byte[600_000])).isEqualTo(PictureRefusal.TOO_LARGE);
        assertThat(refusal(Shots.jpeg(400, 50))).isEqualTo(PictureRefusal.TOO_SMALL);
        assertThat(refusal(Shots.claiming(11_000, 11_000))).isEqualTo(PictureRefusal.TOO_MANY_PIXELS);
        assertThat(refusal(Shots.claiming(20_000, 200))).isEqualTo(PictureRefusal.TOO_MANY_PIXELS);
        assertThat(refusal(Shots.claiming(1_000_000_000, 1_000_000_000))).isEqualTo(PictureRefusal.TOO_MANY_PIXELS);
    }

    private Remaking.Made made(byte[] sent) {
        return (Remaking.Made) remaker.remake(sent);
    }

    private PictureRefusal refusal(byte[] sent) {
        return ((Remaking.Refused) remaker.remake(sent)).reason();
    }
}
