package net.diag.capture;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Writes a small class file (JVMS §4): a subclass with a constructor without parameters and one method.
 * Just what {@link BpfTranslator} needs; a bytecode library would cost more at start than the filter saves.
 */
final class ClassFile {
    private static final int MAGIC = 0xcafebabe;
    private static final int JAVA_17 = 61;
    private static final int ACC_PUBLIC = 1;
    private static final int ACC_FINAL = 0x10;
    private static final int ACC_SUPER = 0x20;

    private final ByteArrayOutputStream poolBytes = new ByteArrayOutputStream();
    private final DataOutputStream pool = new DataOutputStream(poolBytes);
    private final Map<String, Integer> entries = new HashMap<>();
    private int count = 1;

    int utf8(String text) {
        return entry("U" + text, () -> {
            pool.writeByte(1);
            pool.writeUTF(text);
        });
    }

    int integer(int value) {
        return entry("I" + value, () -> {
            pool.writeByte(3);
            pool.writeInt(value);
        });
    }

    int classRef(String name) {
        int index = utf8(name);
        return entry("C" + name, () -> {
            pool.writeByte(7);
            pool.writeShort(index);
        });
    }

    int methodRef(String owner, String name, String descriptor) {
        int ownerIndex = classRef(owner);
        int nameIndex = utf8(name);
        int descriptorIndex = utf8(descriptor);
        int signature = entry("N" + name + ":" + descriptor, () -> {
            pool.writeByte(12);
            pool.writeShort(nameIndex);
            pool.writeShort(descriptorIndex);
        });
        return entry("M" + owner + "." + name + descriptor, () -> {
            pool.writeByte(10);
            pool.writeShort(ownerIndex);
            pool.writeShort(signature);
        });
    }

    private interface Entry {
        void write() throws IOException;
    }

    private int entry(String key, Entry writer) {
        Integer known = entries.get(key);
        if (known != null) {
            return known;
        }
        try {
            writer.write();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        entries.put(key, count);
        return count++;
    }

    /** A method's body. */
    record Body(byte[] code, int maxStack, int maxLocals, byte[] frames, int frameCount) {}

    /** The bytes of the class. */
    byte[] toBytes(String name, String superclass, String method, String descriptor, Body body) {
        int constructorRef = methodRef(superclass, "<init>", "()V");
        byte[] constructor = {0x2a, (byte) 0xb7, (byte) (constructorRef >> 8), (byte) constructorRef, (byte) 0xb1};
        ByteArrayOutputStream rest = new ByteArrayOutputStream();
        try {
            DataOutputStream out = new DataOutputStream(rest);
            out.writeShort(ACC_PUBLIC | ACC_FINAL | ACC_SUPER);
            out.writeShort(classRef(name));
            out.writeShort(classRef(superclass));
            out.writeShort(0);
            out.writeShort(0);
            out.writeShort(2);
            method(out, "<init>", "()V", new Body(constructor, 1, 1, new byte[0], 0));
            method(out, method, descriptor, body);
            out.writeShort(0);
            ByteArrayOutputStream whole = new ByteArrayOutputStream();
            DataOutputStream file = new DataOutputStream(whole);
            file.writeInt(MAGIC);
            file.writeInt(JAVA_17);
            file.writeShort(count);
            poolBytes.writeTo(file);
            rest.writeTo(file);
            return whole.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void method(DataOutputStream out, String name, String descriptor, Body body) throws IOException {
        out.writeShort(ACC_PUBLIC);
        out.writeShort(utf8(name));
        out.writeShort(utf8(descriptor));
        out.writeShort(1);
        out.writeShort(utf8("Code"));
        int frames = body.frameCount == 0 ? 0 : 6 + 2 + body.frames.length;
        out.writeInt(12 + body.code.length + frames);
        out.writeShort(body.maxStack);
        out.writeShort(body.maxLocals);
        out.writeInt(body.code.length);
        out.write(body.code);
        out.writeShort(0);
        out.writeShort(body.frameCount == 0 ? 0 : 1);
        if (body.frameCount > 0) {
            out.writeShort(utf8("StackMapTable"));
            out.writeInt(2 + body.frames.length);
            out.writeShort(body.frameCount);
            out.write(body.frames);
        }
    }
}
