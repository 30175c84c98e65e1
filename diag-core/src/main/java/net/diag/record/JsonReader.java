package net.diag.record;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a stream of JSON values (RFC 8259), strictly: JSON Lines, values one behind another, or the
 * elements of one large array, one at a time. Foreign input is expected: depth and size of a value
 * are limited.
 *
 * <p>Values are {@code Map} (in order; of equal names the last wins), {@code List}, {@code String},
 * {@code Long} (or {@code Double} beyond its range), {@code Double}, {@code Boolean} and null. A lone
 * surrogate becomes {@code U+FFFD}.
 */
public final class JsonReader implements Closeable {
    /** The deepest nesting that is read. */
    public static final int MAX_DEPTH = 256;

    /** The most bytes that one value may take. */
    public static final int MAX_VALUE_BYTES = 64 << 20;

    private static final int MAX_NUMBER = 400;
    private static final int END = -1;

    private final InputStream in;
    private final boolean spreadArrays;
    private final byte[] buffer = new byte[16 * 1024];
    private int position;
    private int limit;
    private long line = 1;
    private long consumed;
    private long lineStart;
    private long valueStart;
    private boolean inValue;
    private int depth;
    private boolean inArray;
    private boolean firstElement;
    private boolean elementPending;
    private byte[] text = new byte[256];
    private int textLength;

    /**
     * A reader of {@code in}, which it closes; with {@code spreadArrays} an array at the top gives its
     * elements one by one.
     */
    public JsonReader(InputStream in, boolean spreadArrays) {
        this.in = in;
        this.spreadArrays = spreadArrays;
    }

    /** The one value that {@code json} holds. */
    public static Object parse(String json) throws JsonException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        try (JsonReader r = new JsonReader(new java.io.ByteArrayInputStream(bytes), false)) {
            if (!r.hasNext()) {
                throw r.wrong("a value is missing");
            }
            Object value = r.next();
            if (r.hasNext()) {
                throw r.wrong("more behind the value");
            }
            return value;
        } catch (JsonException e) {
            throw e;
        } catch (IOException e) {
            throw new AssertionError("memory can't fail", e);
        }
    }

    /** Whether another value follows; waits for it. */
    public boolean hasNext() throws IOException {
        int c = skipBlanks();
        if (inArray) {
            return elementFollows(c);
        }
        if (c == '[' && spreadArrays) {
            take();
            inArray = true;
            firstElement = true;
            return elementFollows(skipBlanks());
        }
        return c != END;
    }

    private boolean elementFollows(int c) throws IOException {
        if (c == ']') {
            if (firstElement || !elementPending) {
                take();
                inArray = false;
                elementPending = false;
                return hasNext();
            }
            throw wrong("an element is missing behind ','");
        }
        if (c == END) {
            throw wrong("the array isn't closed");
        }
        if (!firstElement && !elementPending) {
            if (c != ',') {
                throw wrong("expected ',' or ']'");
            }
            take();
            if (skipBlanks() == ']') {
                throw wrong("an element is missing behind ','");
            }
        }
        elementPending = true;
        return true;
    }

    /** The next value; {@link #hasNext} must have been true. */
    public Object next() throws IOException {
        if (!hasNext()) {
            throw wrong("a value is missing");
        }
        valueStart = consumed;
        inValue = true;
        Object v = value();
        inValue = false;
        if (inArray) {
            firstElement = false;
            elementPending = false;
        }
        return v;
    }

    private Object value() throws IOException {
        int c = skipBlanks();
        switch (c) {
            case '{' -> {
                return object();
            }
            case '[' -> {
                return array();
            }
            case '"' -> {
                take();
                return string();
            }
            case 't' -> {
                return literal("true", Boolean.TRUE);
            }
            case 'f' -> {
                return literal("false", Boolean.FALSE);
            }
            case 'n' -> {
                return literal("null", null);
            }
            default -> {
                if (c == '-' || (c >= '0' && c <= '9')) {
                    return number();
                }
                throw wrong(c == END ? "unexpected end" : "expected a value");
            }
        }
    }

    private void enter() throws JsonException {
        if (++depth > MAX_DEPTH) {
            throw wrong("nested deeper than " + MAX_DEPTH);
        }
    }

    private Map<String, Object> object() throws IOException {
        enter();
        take();
        Map<String, Object> map = new LinkedHashMap<>();
        if (skipBlanks() == '}') {
            take();
        } else {
            while (true) {
                if (skipBlanks() != '"') {
                    throw wrong("expected a name in quotes");
                }
                take();
                String name = string();
                if (skipBlanks() != ':') {
                    throw wrong("expected ':'");
                }
                take();
                map.put(name, value());
                int c = skipBlanks();
                if (c != ',' && c != '}') {
                    throw wrong("expected ',' or '}'");
                }
                take();
                if (c == '}') {
                    break;
                }
            }
        }
        depth--;
        return map;
    }

    private List<Object> array() throws IOException {
        enter();
        take();
        List<Object> list = new ArrayList<>();
        if (skipBlanks() == ']') {
            take();
        } else {
            while (true) {
                list.add(value());
                int c = skipBlanks();
                if (c != ',' && c != ']') {
                    throw wrong("expected ',' or ']'");
                }
                take();
                if (c == ']') {
                    break;
                }
            }
        }
        depth--;
        return list;
    }

    private Object literal(String word, Object value) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            if (peek() != word.charAt(i)) {
                throw wrong("expected '" + word + "'");
            }
            take();
        }
        int c = peek();
        if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_') {
            throw wrong("expected '" + word + "'");
        }
        return value;
    }

    private Object number() throws IOException {
        textLength = 0;
        boolean whole = true;
        if (peek() == '-') {
            put(take());
        }
        if (peek() == '0') {
            put(take());
            if (isDigit(peek())) {
                throw wrong("a number doesn't begin with 0");
            }
        } else {
            digits();
        }
        if (peek() == '.') {
            whole = false;
            put(take());
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            whole = false;
            put(take());
            if (peek() == '+' || peek() == '-') {
                put(take());
            }
            digits();
        }
        String s = new String(text, 0, textLength, StandardCharsets.ISO_8859_1);
        if (whole && textLength < 19) {
            return Long.parseLong(s);
        }
        if (whole) {
            try {
                return Long.parseLong(s);
            } catch (NumberFormatException e) {
                // Beyond 64 bits: as near as a double comes.
                return Double.parseDouble(s);
            }
        }
        return Double.parseDouble(s);
    }

    private void digits() throws IOException {
        if (!isDigit(peek())) {
            throw wrong("expected a digit");
        }
        while (isDigit(peek())) {
            if (textLength == MAX_NUMBER) {
                throw wrong("a number of more than " + MAX_NUMBER + " digits");
            }
            put(take());
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    private String string() throws IOException {
        textLength = 0;
        boolean ascii = true;
        while (true) {
            int c = peek();
            if (c == END) {
                throw wrong("the closing quote is missing");
            }
            if (c < 0x20) {
                throw wrong("a control character in a text must be escaped");
            }
            take();
            if (c == '"') {
                break;
            }
            if (c == '\\') {
                ascii &= escape();
            } else {
                ascii &= c < 0x80;
                put(c);
            }
        }
        if (ascii) {
            return new String(text, 0, textLength, StandardCharsets.ISO_8859_1);
        }
        String s = new String(text, 0, textLength, StandardCharsets.UTF_8);
        if (s.indexOf('\ufffd') >= 0) {
            checkUtf8();
        }
        return s;
    }

    /** Only reached when the decoder replaced something, or the text really has a U+FFFD. */
    private void checkUtf8() throws JsonException {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(text, 0, textLength));
        } catch (java.nio.charset.CharacterCodingException e) {
            throw wrong("not UTF-8");
        }
    }

    /** Whether the escaped character was ASCII. */
    private boolean escape() throws IOException {
        int c = take();
        switch (c) {
            case '"', '\\', '/' -> put(c);
            case 'b' -> put('\b');
            case 'f' -> put('\f');
            case 'n' -> put('\n');
            case 'r' -> put('\r');
            case 't' -> put('\t');
            case 'u' -> {
                return unicode();
            }
            default -> throw wrong("unknown escape");
        }
        return true;
    }

    private boolean unicode() throws IOException {
        int c = hex4();
        boolean ascii = c < 0x80;
        // A high surrogate waits for its partner; what follows instead is kept.
        while (Character.isHighSurrogate((char) c) && peek() == '\\') {
            take();
            if (peek() != 'u') {
                putCodePoint(0xfffd);
                escape();
                return false;
            }
            take();
            int low = hex4();
            if (Character.isLowSurrogate((char) low)) {
                putCodePoint(Character.toCodePoint((char) c, (char) low));
                return false;
            }
            putCodePoint(0xfffd);
            c = low;
        }
        putCodePoint(Character.isSurrogate((char) c) ? 0xfffd : c);
        return ascii;
    }

    private int hex4() throws IOException {
        int v = 0;
        for (int i = 0; i < 4; i++) {
            int d = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
            if (d < 0) {
                throw wrong("expected four hexadecimal digits");
            }
            take();
            v = v << 4 | d;
        }
        return v;
    }

    private void putCodePoint(int c) {
        if (c < 0x80) {
            put(c);
        } else if (c < 0x800) {
            put(0xc0 | c >> 6);
            put(0x80 | c & 0x3f);
        } else if (c < 0x10000) {
            put(0xe0 | c >> 12);
            put(0x80 | c >> 6 & 0x3f);
            put(0x80 | c & 0x3f);
        } else {
            put(0xf0 | c >> 18);
            put(0x80 | c >> 12 & 0x3f);
            put(0x80 | c >> 6 & 0x3f);
            put(0x80 | c & 0x3f);
        }
    }

    private void put(int b) {
        if (textLength == text.length) {
            text = Arrays.copyOf(text, textLength * 2);
        }
        text[textLength++] = (byte) b;
    }

    private int skipBlanks() throws IOException {
        while (true) {
            int c = peek();
            if (c == '\n') {
                take();
                line++;
                lineStart = consumed;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                take();
            } else {
                return c;
            }
        }
    }

    private int peek() throws IOException {
        if (position == limit) {
            int n = in.read(buffer, 0, buffer.length);
            if (n <= 0) {
                return END;
            }
            position = 0;
            limit = n;
        }
        return buffer[position] & 0xff;
    }

    private int take() throws IOException {
        int c = peek();
        if (c == END) {
            throw wrong("unexpected end");
        }
        position++;
        consumed++;
        if (inValue && consumed - valueStart > MAX_VALUE_BYTES) {
            throw wrong("a value of more than " + MAX_VALUE_BYTES + " bytes");
        }
        return c;
    }

    private JsonException wrong(String message) {
        return new JsonException(message, line, consumed - lineStart + 1);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
