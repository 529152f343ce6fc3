package dev.clnrm.bench.reach;

import java.util.Set;

/**
 * The calls of a method to code that its constants do not name: classes by names made at run time, methods by reflection, and files.
 *
 * <p>A class or a string in the code itself is a constant, which {@link MethodReader} follows. The name for {@code Class.forName} is known
 * only if the instruction just before the call is that constant. Otherwise it counts as unknown. A service is found by its class, whose
 * providers {@link CodeIndex} knows. If the instruction before the call is not that class, it may be any service.
 *
 * @param findsServices whether it may find the providers of any service
 * @param findsClasses whether it may find any class of the class path
 * @param findsMethods whether it may call any method of a class it has
 * @param readsOutside whether it may read something outside the class path
 */
record UnknownCalls(boolean findsServices, boolean findsClasses, boolean findsMethods, boolean readsOutside) {
    static final UnknownCalls NONE = new UnknownCalls(false, false, false, false);

    private static final Set<String> OF_LOOKUP = Set.of("findClass", "defineClass", "defineHiddenClass");

    private static final Set<String> OF_CLASS = Set.of(
            "forName", "getClasses", "getDeclaredClasses", "getNestMembers", "getPermittedSubclasses", "getNestHost");

    private static final Set<String> METHODS_OF_CLASS = Set.of("""
            getMethod getMethods getDeclaredMethod getDeclaredMethods
            getConstructor getConstructors getDeclaredConstructor getDeclaredConstructors
            getEnumConstants getRecordComponents newInstance""".split("\\s+"));

    private static final Set<String> METHODS_OF_LOOKUP = Set.of("""
            bind findConstructor findSpecial findStatic findVirtual
            unreflect unreflectConstructor unreflectSpecial""".split("\\s+"));

    private static final Set<String> FILES = Set.of("""
            java/io/File java/io/FileInputStream java/io/FileReader java/io/RandomAccessFile
            java/lang/ProcessBuilder java/lang/Runtime.exec
            java/net/Socket java/net/URL.openStream java/net/URL.openConnection
            java/nio/channels/FileChannel java/nio/file/FileSystem java/nio/file/FileSystems
            java/nio/file/Files java/nio/file/Path java/nio/file/Paths
            java/util/jar/JarFile java/util/zip/ZipFile""".split("\\s+"));

    /**
     * The unknown calls that a single call makes.
     *
     * @param constant whether the instruction before the call is a constant
     */
    static UnknownCalls of(String owner, String name, boolean constant) {
        boolean services = owner.equals("java/util/ServiceLoader") && name.startsWith("load") && !constant;
        boolean classes =
                switch (owner) {
                    case "java/lang/Class" -> OF_CLASS.contains(name) && !(name.equals("forName") && constant);
                    case "java/lang/invoke/MethodHandles$Lookup" -> OF_LOOKUP.contains(name);
                    case "java/io/ObjectInputStream" -> name.equals("<init>");
                    default -> name.equals("loadClass") && !constant;
                };
        boolean methods =
                switch (owner) {
                    case "java/lang/Class" -> METHODS_OF_CLASS.contains(name);
                    case "java/lang/invoke/MethodHandles$Lookup" -> METHODS_OF_LOOKUP.contains(name);
                    case "java/io/ObjectOutputStream" -> name.equals("<init>");
                    default -> owner.startsWith("java/beans/");
                };
        return new UnknownCalls(
                services, classes, methods, FILES.contains(owner) || FILES.contains(owner + "." + name));
    }

    UnknownCalls and(UnknownCalls other) {
        return new UnknownCalls(
                findsServices || other.findsServices,
                findsClasses || other.findsClasses,
                findsMethods || other.findsMethods,
                readsOutside || other.readsOutside);
    }
}
