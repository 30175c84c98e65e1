package net.diag.netstat.firewall;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Walks a base chain with its jumps. Where a rule may match or not both ways are walked; only when
 * they end alike is the end known.
 */
final class ChainWalk {
    /** A chain in either form. */
    interface Chain {
        int size();

        /** Evaluate rule {@code i} for the packet, which it may change. */
        Outcome evaluate(int i, Flow f) throws IOException;

        /** The chain that a jump leads to, or null. */
        Chain target(String name);

        /** Whether packets that fall through are accepted; only asked of base chains. */
        boolean acceptsByPolicy();

        /** Rule {@code i}'s place; {@code size()} for the policy. */
        Place place(int i);
    }

    private record Frame(Chain chain, int index) {}

    /** Steps over all branches; a ruleset that needs more is not judged. */
    private static final int MOST_STEPS = 200_000;
    /** The kernel refuses deeper jumps. */
    private static final int MOST_DEPTH = 64;

    private int steps;

    /** The decision of a base chain. */
    Decision decide(Chain base, Flow flow) throws IOException {
        Deque<Frame> stack = new ArrayDeque<>();
        stack.push(new Frame(base, 0));
        return walk(base, stack, flow);
    }

    private Decision walk(Chain base, Deque<Frame> stack, Flow flow) throws IOException {
        while (!stack.isEmpty()) {
            Frame f = stack.pop();
            if (f.index >= f.chain.size()) {
                continue;
            }
            if (++steps > MOST_STEPS || stack.size() > MOST_DEPTH) {
                return new Decision(Outcome.Kind.ELSEWHERE, f.chain.place(f.index), flow);
            }
            Flow before = flow.copy();
            flow.doubt = null;
            Outcome o = f.chain.evaluate(f.index, flow);
            Frame next = new Frame(f.chain, f.index + 1);
            if (o.kind() == Outcome.Kind.NO_MATCH || o.kind() == Outcome.Kind.CONTINUE) {
                // What the rule had set before it broke off stays set.
                stack.push(next);
                continue;
            }
            if (!o.uncertain()) {
                Decision d = follow(base, stack, f, next, o, flow);
                if (d != null) {
                    return d;
                }
                continue;
            }
            Deque<Frame> other = new ArrayDeque<>(stack);
            Flow passing = flow.doubt == null ? before : flow.doubt;
            Decision taken = follow(base, stack, f, next, o, flow);
            if (taken == null) {
                taken = walk(base, stack, flow);
            }
            other.push(next);
            Decision passed = walk(base, other, passing);
            if (taken.kind() == passed.kind() && taken.kind() != Outcome.Kind.ELSEWHERE) {
                return passed;
            }
            return new Decision(Outcome.Kind.ELSEWHERE, f.chain.place(f.index), flow);
        }
        Outcome.Kind policy = base.acceptsByPolicy() ? Outcome.Kind.ACCEPT : Outcome.Kind.DROP;
        return new Decision(policy, base.place(base.size()), flow);
    }

    /** Go where an outcome leads; a decision if it is one. */
    private static Decision follow(Chain base, Deque<Frame> stack, Frame at, Frame next, Outcome o, Flow flow) {
        switch (o.kind()) {
            case RETURN -> {
                return null;
            }
            case JUMP, GOTO -> {
                Chain target = at.chain.target(o.chain());
                if (target == null) {
                    return new Decision(Outcome.Kind.ELSEWHERE, at.chain.place(at.index), flow);
                }
                if (o.kind() == Outcome.Kind.JUMP) {
                    stack.push(next);
                }
                stack.push(new Frame(target, 0));
                return null;
            }
            default -> {
                return new Decision(o.kind(), at.chain.place(at.index), flow);
            }
        }
    }
}
