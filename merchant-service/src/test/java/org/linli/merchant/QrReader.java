package org.linli.merchant;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.ReaderException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;

/**
 * Reads a picture that is nothing but a QR code. Looking for the code in it, as in a photograph, misses one or two of a
 * hundred perfect pictures, depending on what they say.
 */
public final class QrReader {
    private QrReader() {}

    public static String text(byte[] picture) throws IOException, ReaderException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image))),
                        Map.of(DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}
