package dev.clnrm.bench.reach;

import dev.clnrm.bench.reach.ChangedMember.How;
import dev.clnrm.bench.reach.ChangedMember.What;
import dev.clnrm.bench.reach.NormalForm.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The differences between two class paths, by member. */
final class CodeDiff {
    private final List<Differing> differences = new ArrayList<>();

    private CodeDiff() {}

    static List<Differing> between(CodeIndex base, CodeIndex head) {
        CodeDiff diff = new CodeDiff();
        for (String name : union(base.classes(), head.classes())) {
            List<ClassFile> before = base.classes().getOrDefault(name, List.of());
            List<ClassFile> now = head.classes().getOrDefault(name, List.of());
            if (!before.equals(now)) {
                diff.add(name, members(before), members(now));
            }
        }
        for (String name : union(base.resources(), head.resources())) {
            Optional<List<String>> before = Optional.ofNullable(base.resources().get(name));
            Optional<List<String>> now = Optional.ofNullable(head.resources().get(name));
            if (!before.equals(now)) {
                How how = how(before.isPresent(), now.isPresent());
                diff.differences.add(new Differing(
                        name, name, new ChangedMember(What.RESOURCE, how, name, Optional.empty(), 0, 0), false));
            }
        }
        return List.copyOf(diff.differences);
    }

    /** The classes of the head that are in no class path of the base with the same bytes, by internal name. */
    static Map<String, List<ClassFile>> classes(List<CodeIndex> base, List<CodeIndex> head) {
        Map<String, List<ClassFile>> changed = new HashMap<>();
        head.forEach(index -> index.classes().forEach((name, files) -> {
            if (base.stream().noneMatch(one -> files.equals(one.classes().get(name)))) {
                changed.put(name, files);
            }
        }));
        return changed;
    }

    private static Set<String> union(Map<String, ?> one, Map<String, ?> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        return names;
    }

    /** The members of all versions of a class. A member that is the same in several versions counts once. */
    private static Map<String, List<Member>> members(List<ClassFile> versions) {
        Map<String, List<Member>> all = new HashMap<>();
        for (ClassFile version : versions) {
            NormalForm.of(version.bytes()).members().forEach((key, member) -> all.computeIfAbsent(
                            key, k -> new ArrayList<>(1))
                    .add(member));
        }
        return all;
    }

    private void add(String owner, Map<String, List<Member>> base, Map<String, List<Member>> head) {
        Set<String> keys = new LinkedHashSet<>(new TreeSet<>(head.keySet()));
        keys.addAll(new TreeSet<>(base.keySet()));
        for (String key : keys) {
            List<Member> before = base.getOrDefault(key, List.of());
            List<Member> now = head.getOrDefault(key, List.of());
            if (!digests(before).equals(digests(now))) {
                Member shown = (now.isEmpty() ? before : now).get(0);
                How how = how(!before.isEmpty(), !now.isEmpty());
                boolean made = shown.made()
                        || owner.contains("/jmh_generated/")
                        || key.equals(owner + "." + CodeIndex.DECLARE);
                differences.add(new Differing(owner, key, shown.member().become(how), made));
            }
        }
    }

    private static List<String> digests(List<Member> members) {
        return members.stream().map(Member::digest).toList();
    }

    private static How how(boolean before, boolean now) {
        return !before ? How.ADDED : now ? How.CHANGED : How.REMOVED;
    }
}
