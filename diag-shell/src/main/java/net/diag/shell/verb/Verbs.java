package net.diag.shell.verb;

import java.util.LinkedHashMap;
import java.util.Map;

/** All verbs by name, in the order of help. */
public final class Verbs {
    private final Map<String, Verb> byName = new LinkedHashMap<>();

    /** The verbs; {@code join} runs its other pipeline by {@code source}. */
    public Verbs(JoinSource source) {
        add(new WhereVerb());
        add(new SelectVerb());
        add(new SortVerb());
        add(new FirstVerb());
        add(new LastVerb());
        add(new UniqVerb());
        add(new GroupVerb("group"));
        for (String aggregate : new String[] {"count", "sum", "avg", "min", "max", "stdev", "median"}) {
            add(new GroupVerb(aggregate));
        }
        add(new JoinVerb(source));
        add(new RateVerb());
        add(new DiffVerb());
        add(new ChartVerb());
        add(new DescribeVerb());
        add(new FaceVerb("table"));
        add(new FaceVerb("json"));
        add(new FaceVerb("csv"));
        add(new SaveVerb());
    }

    private void add(Verb v) {
        byName.put(v.name(), v);
    }

    /** The verb called {@code name} ({@code p99} too), or null. */
    public Verb named(String name) {
        Verb v = byName.get(name);
        return v == null && net.diag.shell.data.Aggregate.isName(name) ? new GroupVerb(name) : v;
    }

    /** All of them. */
    public Iterable<Verb> all() {
        return byName.values();
    }
}
