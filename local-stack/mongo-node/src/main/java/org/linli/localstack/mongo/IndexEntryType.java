package org.linli.localstack.mongo;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/** The values of an index entry, ordered one after the other; the first few values come before all that begin so. */
final class IndexEntryType extends BasicDataType<KeyValue> {

    static final IndexEntryType INSTANCE = new IndexEntryType();

    private static final int OBJECT_MEMORY = 48;

    private IndexEntryType() {}

    @Override
    public int compare(KeyValue a, KeyValue b) {
        int shared = Math.min(a.size(), b.size());
        int difference = comparePrefix(a, b, shared);
        return difference != 0 ? difference : Integer.compare(a.size(), b.size());
    }

    static int comparePrefix(KeyValue a, KeyValue b, int length) {
        for (int i = 0; i < length; i++) {
            int difference = ValueType.INSTANCE.compare(a.get(i), b.get(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    @Override
    public int getMemory(KeyValue entry) {
        int memory = OBJECT_MEMORY;
        for (Object value : entry) {
            memory += ValueType.INSTANCE.getMemory(value);
        }
        return memory;
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue entry) {
        buffer.putVarInt(entry.size());
        for (Object value : entry) {
            ValueType.INSTANCE.write(buffer, value);
        }
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        int size = DataUtils.readVarInt(buffer);
        List<Object> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Object value = ValueType.INSTANCE.read(buffer);
            values.add(Missing.isNullOrMissing(value) ? null : value);
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
