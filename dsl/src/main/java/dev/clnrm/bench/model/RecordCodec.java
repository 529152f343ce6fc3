package dev.clnrm.bench.model;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes records of this package to a stream and reads them back.
 *
 * <p>Only records and enums of this package are created, each through its canonical constructor, which checks its values.
 * Components must have the declared types, including type arguments. So a stream can contain a wrong declaration but no code.
 * Components have names, so a reader reports an unknown component clearly.
 */
public final class RecordCodec {
    private static final int VERSION = 1;
    private static final int LONGEST_TEXT = 1 << 20;
    private static final int LONGEST_LIST = 1 << 17;
    private static final int DEEPEST = 32;
    private static final String PACKAGE = RecordCodec.class.getPackageName() + ".";

    private RecordCodec() {}

    /** Writes a record of this package and everything in it. */
    public static void write(Record value, DataOutputStream out) throws IOException {
        out.writeInt(VERSION);
        writeValue(value, out);
        out.flush();
    }

    /**
     * Reads one record.
     *
     * @throws IOException if the stream is broken, contains another type, or a value that a record rejects
     */
    public static <T extends Record> T read(Class<T> type, DataInputStream in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException(
                    "declarations of format " + version + " cannot be read by this version, which reads " + VERSION);
        }
        Object value = readValue(in, 0);
        if (!type.isInstance(value)) {
            throw new IOException("expected a " + type.getSimpleName());
        }
        return type.cast(value);
    }

    private static void writeValue(Object value, DataOutputStream out) throws IOException {
        if (value instanceof String text) {
            out.writeByte('S');
            writeText(text, out);
        } else if (value instanceof Double number) {
            out.writeByte('D');
            out.writeDouble(number);
        } else if (value instanceof Integer number) {
            out.writeByte('I');
            out.writeInt(number);
        } else if (value instanceof Boolean truth) {
            out.writeByte('B');
            out.writeBoolean(truth);
        } else if (value instanceof Optional<?> maybe) {
            out.writeByte(maybe.isPresent() ? 'O' : 'N');
            if (maybe.isPresent()) {
                writeValue(maybe.get(), out);
            }
        } else if (value instanceof List<?> list) {
            out.writeByte('L');
            out.writeInt(list.size());
            for (Object element : list) {
                writeValue(element, out);
            }
        } else if (value instanceof Enum<?> constant) {
            out.writeByte('E');
            writeText(shortName(constant.getDeclaringClass()), out);
            writeText(constant.name(), out);
        } else if (value instanceof Record entry) {
            writeRecord(entry, out);
        } else {
            throw new IllegalArgumentException(
                    "cannot write a " + value.getClass().getName());
        }
    }

    private static void writeRecord(Record value, DataOutputStream out) throws IOException {
        RecordComponent[] components = value.getClass().getRecordComponents();
        out.writeByte('R');
        writeText(shortName(value.getClass()), out);
        out.writeInt(components.length);
        for (RecordComponent component : components) {
            writeText(component.getName(), out);
            try {
                writeValue(component.getAccessor().invoke(value), out);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("cannot read " + component + " of " + value.getClass(), e);
            }
        }
    }

    private static Object readValue(DataInputStream in, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a declaration is nested deeper than " + DEEPEST);
        }
        byte tag = in.readByte();
        return switch (tag) {
            case 'S' -> readText(in);
            case 'D' -> in.readDouble();
            case 'I' -> in.readInt();
            case 'B' -> in.readBoolean();
            case 'N' -> Optional.empty();
            case 'O' -> Optional.of(readValue(in, depth + 1));
            case 'L' -> {
                int size = bounded(in.readInt(), LONGEST_LIST);
                List<Object> list = new ArrayList<>();
                for (int i = 0; i < size; i++) {
                    list.add(readValue(in, depth + 1));
                }
                yield List.copyOf(list);
            }
            case 'E' -> readEnum(in);
            case 'R' -> readRecord(in, depth);
            default -> throw new IOException("not a declaration: unknown tag " + tag);
        };
    }

    private static Object readEnum(DataInputStream in) throws IOException {
        Class<?> type = typeNamed(readText(in));
        String name = readText(in);
        if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
        }
        throw new IOException("unknown constant " + name + " of " + type.getSimpleName());
    }

    private static Object readRecord(DataInputStream in, int depth) throws IOException {
        Class<?> type = typeNamed(readText(in));
        if (!type.isRecord()) {
            throw new IOException(type.getSimpleName() + " is not a record");
        }
        Map<String, Object> read = new TreeMap<>();
        int size = bounded(in.readInt(), 64);
        for (int i = 0; i < size; i++) {
            String component = readText(in);
            if (read.put(component, readValue(in, depth + 1)) != null) {
                throw new IOException(type.getSimpleName() + " has " + component + " twice");
            }
        }
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Object value = read.remove(components[i].getName());
            if (value == null) {
                throw new IOException(type.getSimpleName() + " lacks " + components[i].getName());
            }
            if (!ComponentTypes.fits(value, components[i].getGenericType())) {
                throw new IOException(type.getSimpleName() + "'s " + components[i].getName() + " is not a "
                        + components[i].getGenericType().getTypeName());
            }
            values[i] = value;
        }
        if (!read.isEmpty()) {
            throw new IOException(type.getSimpleName() + " has no " + read.keySet());
        }
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IOException("a " + type.getSimpleName() + " was refused: " + e.getCause(), e);
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IOException("a " + type.getSimpleName() + " could not be created: " + e.getMessage(), e);
        }
    }

    private static Class<?> typeNamed(String name) throws IOException {
        try {
            Class<?> type = Class.forName(PACKAGE + name, false, RecordCodec.class.getClassLoader());
            if (!type.isRecord() && !type.isEnum()) {
                throw new IOException("not a declaration: " + name);
            }
            return type;
        } catch (ClassNotFoundException | LinkageError e) {
            throw new IOException("unknown declaration " + name, e);
        }
    }

    private static String shortName(Class<?> type) {
        String name = type.getName();
        if (!name.startsWith(PACKAGE)) {
            throw new IllegalArgumentException("not a type of the model: " + name);
        }
        return name.substring(PACKAGE.length());
    }

    private static void writeText(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[bounded(in.readInt(), LONGEST_TEXT)];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static int bounded(int size, int most) throws IOException {
        if (size < 0 || size > most) {
            throw new IOException("a declaration of " + size + " parts; the most is " + most);
        }
        return size;
    }
}
