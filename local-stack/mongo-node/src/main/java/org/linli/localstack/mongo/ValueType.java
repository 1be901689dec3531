package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.backend.ValueComparator;
import java.nio.ByteBuffer;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/** Any BSON value as a key, in MongoDB's order of values, so that ids can be scanned in their order. */
final class ValueType extends BasicDataType<Object> {

    static final ValueType INSTANCE = new ValueType();

    private static final ValueComparator ORDER = ValueComparator.ascWithoutListHandling();
    private static final byte NOTHING = 0;
    private static final byte STRING = 1;
    private static final byte BSON = 2;
    private static final int OBJECT_MEMORY = 64;

    private ValueType() {}

    @Override
    public int compare(Object a, Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.compareTo(second);
        }
        return ORDER.compare(a, b);
    }

    @Override
    public int getMemory(Object value) {
        return value instanceof String text ? StringDataType.INSTANCE.getMemory(text) : OBJECT_MEMORY;
    }

    @Override
    public void write(WriteBuffer buffer, Object value) {
        if (Missing.isNullOrMissing(value)) {
            buffer.put(NOTHING);
        } else if (value instanceof String text) {
            buffer.put(STRING);
            StringDataType.INSTANCE.write(buffer, text);
        } else {
            buffer.put(BSON);
            ByteArrayDataType.INSTANCE.write(buffer, DocumentBytes.encodeValue(value));
        }
    }

    @Override
    public Object read(ByteBuffer buffer) {
        return switch (buffer.get()) {
            case NOTHING -> Missing.getInstance();
            case STRING -> StringDataType.INSTANCE.read(buffer);
            default -> DocumentBytes.decodeValue(ByteArrayDataType.INSTANCE.read(buffer));
        };
    }

    @Override
    public Object[] createStorage(int size) {
        return new Object[size];
    }
}
