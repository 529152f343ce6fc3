package dev.clnrm.bench.reach;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Follows the code of a case from its start, on one class path, as far as it can lead.
 *
 * <p>A call of a method that can be overridden leads to that method in each class that may have an instance. A class may have an instance
 * if reached code creates one, uses the class as a value, or has its name in a string. In the last two cases all methods of the class
 * count. With an instance, the walk also reaches the overrides of methods in types whose code is not followed. If any reached code calls
 * methods by reflection, every method of every named class counts. If it loads services by a class that is not a constant, every provider
 * counts. Classes that are found by names made at run time are not followed, but the result records that there are some.
 */
final class Walk {
    private static final String INITIALIZER = "<clinit>()V";

    private final CodeIndex index;
    private final boolean wholeClasses;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Set<String> methods = new HashSet<>();
    private final Map<String, Set<String>> dispatched = new HashMap<>();
    private final Map<String, Set<String>> instances = new HashMap<>();
    private final Deque<MethodCode> open = new ArrayDeque<>();
    private UnknownCalls unknown = UnknownCalls.NONE;

    private Walk(CodeIndex index, boolean wholeClasses) {
        this.index = index;
        this.wholeClasses = wholeClasses;
    }

    static Reached from(MethodCode start, CodeIndex index) {
        Walk byMethod = new Walk(index, false);
        byMethod.follow(start);
        if (!byMethod.unknown.findsMethods()) {
            return byMethod.reached();
        }
        Walk byClass = new Walk(index, true);
        byClass.follow(start);
        return byClass.reached();
    }

    private Reached reached() {
        boolean byName = unknown.findsClasses();
        return new Reached(byName, classes, methods, byName ? index.readsOutside() : unknown.readsOutside());
    }

    private void follow(MethodCode start) {
        open.add(start);
        index.providersOfOutside().forEach(this::whole);
        while (!open.isEmpty() && !ended()) {
            MethodCode method = open.remove();
            if (method.unknown().findsServices() && !unknown.findsServices()) {
                index.providers().forEach(this::whole);
            }
            unknown = unknown.and(method.unknown());
            method.uses().forEach(this::use);
        }
    }

    /** Whether the walk can stop because further code does not change its outcome. */
    private boolean ended() {
        return unknown.findsMethods() && !wholeClasses;
    }

    private void use(Use use) {
        if (!index.follows(use.owner())) {
            return;
        }
        switch (use.kind()) {
            case CLASS -> initialize(use.owner());
            case TYPE -> {
                if (wholeClasses) {
                    initialize(use.owner());
                }
            }
            case CREATE -> create(use.owner());
            case VALUE -> whole(use.owner());
            case CALL -> {
                initialize(use.owner());
                reach(use.owner(), use.member());
            }
            case DISPATCH -> {
                initialize(use.owner());
                dispatch(use.owner(), use.member());
            }
        }
    }

    private void initialize(String name) {
        if (!index.follows(name) || !classes.add(name)) {
            return;
        }
        ClassCode code = index.code(name);
        code.supers().forEach(this::initialize);
        own(name, INITIALIZER);
        index.providers(name).forEach(this::whole);
        if (wholeClasses) {
            whole(name);
            code.fields().forEach(this::use);
        }
    }

    private void create(String name) {
        initialize(name);
        if (!created.add(name)) {
            return;
        }
        index.callbacks(name).forEach(method -> reach(name, method));
        for (String ancestor : index.ancestors(name)) {
            instances.computeIfAbsent(ancestor, a -> new HashSet<>()).add(name);
            dispatched.getOrDefault(ancestor, Set.of()).forEach(method -> reach(name, method));
        }
    }

    private void whole(String name) {
        if (index.follows(name) && whole.add(name)) {
            create(name);
            index.code(name).methods().keySet().forEach(method -> own(name, method));
        }
    }

    private void dispatch(String owner, String method) {
        if (dispatched.computeIfAbsent(owner, o -> new HashSet<>()).add(method)) {
            reach(owner, method);
            List.copyOf(instances.getOrDefault(owner, Set.of())).forEach(one -> reach(one, method));
        }
    }

    private void reach(String name, String method) {
        index.found(name, method).forEach(owner -> own(owner, method));
    }

    private void own(String owner, String method) {
        MethodCode code = index.code(owner).methods().get(method);
        if (code != null && methods.add(owner + "." + method)) {
            open.add(code);
        }
    }
}
