package net.diag.record;

import java.util.List;

/**
 * What is declared of a field, apart from how it is read.
 *
 * @param name camelCase without a unit
 * @param jsonName snake_case with the unit
 * @param type the type of its values
 * @param unit the unit of its numbers
 * @param meaning a phrase for people
 * @param optional whether a record may lack it; an absent field is left out of JSON
 * @param unsigned whether its {@code long} is an unsigned 64-bit number
 * @param nested the type of the nested record or of a list's records, else null
 * @param elementType the type of a list's elements, else null
 * @param knownValues values to offer for completion
 * @param metric its place in OpenMetrics, else null
 */
public record FieldSpec(
        String name,
        String jsonName,
        FieldType type,
        Unit unit,
        String meaning,
        boolean optional,
        boolean unsigned,
        RecordType<?> nested,
        FieldType elementType,
        List<String> knownValues,
        Metric metric) {

    /** A plain field. */
    public static FieldSpec of(String name, FieldType type, Unit unit, String meaning) {
        return new FieldSpec(
                name, jsonName(name, unit), type, unit, meaning, false, false, null, null, List.of(), null);
    }

    /** The same with another name. */
    public FieldSpec withName(String newName) {
        return new FieldSpec(
                newName,
                jsonName(newName, unit),
                type,
                unit,
                meaning,
                optional,
                unsigned,
                nested,
                elementType,
                knownValues,
                metric);
    }

    /** The same with another name in JSON. */
    public FieldSpec withJsonName(String newName) {
        return new FieldSpec(
                name, newName, type, unit, meaning, optional, unsigned, nested, elementType, knownValues, metric);
    }

    /** The same, optional. */
    public FieldSpec asOptional() {
        return new FieldSpec(
                name, jsonName, type, unit, meaning, true, unsigned, nested, elementType, knownValues, metric);
    }

    /** The same, unsigned. */
    public FieldSpec asUnsigned() {
        return new FieldSpec(
                name, jsonName, type, unit, meaning, optional, true, nested, elementType, knownValues, metric);
    }

    /** The same, with the type of its nested record. */
    public FieldSpec withNested(RecordType<?> newNested) {
        return new FieldSpec(
                name, jsonName, type, unit, meaning, optional, unsigned, newNested, elementType, knownValues, metric);
    }

    /** The same, with the type of its elements. */
    public FieldSpec withElementType(FieldType newElementType) {
        return new FieldSpec(
                name, jsonName, type, unit, meaning, optional, unsigned, nested, newElementType, knownValues, metric);
    }

    /** The same, with values to offer. */
    public FieldSpec withKnownValues(List<String> values) {
        return new FieldSpec(
                name, jsonName, type, unit, meaning, optional, unsigned, nested, elementType, values, metric);
    }

    /** The same, with its place in OpenMetrics. */
    public FieldSpec withMetric(Metric newMetric) {
        return new FieldSpec(
                name, jsonName, type, unit, meaning, optional, unsigned, nested, elementType, knownValues, newMetric);
    }

    /** {@code packetLoss} in percent is {@code packet_loss_percent}; a unit already said is not repeated. */
    static String jsonName(String name, Unit unit) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                boolean inWord = i > 0 && (name.charAt(i - 1) < 'A' || name.charAt(i - 1) > 'Z');
                if (inWord && b.charAt(b.length() - 1) != '_') {
                    b.append('_');
                }
                b.append((char) (c + 32));
            } else {
                b.append(c);
            }
        }
        String suffix = unit.jsonSuffix();
        String snake = b.toString();
        return suffix.isEmpty() || ('_' + snake).endsWith(suffix) ? snake : snake + suffix;
    }
}
