package dev.clnrm.bench.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A frame of a stack.
 *
 * @param type the class as Java writes it, or a native library; empty if there is none. A hidden class, as of a lambda, has the same
 *     name in every JVM
 * @param method the method or function; empty for the last frame of an allocation or a lock, whose type is what was allocated or
 *     locked
 * @param line the line of the source; 0 if unknown
 * @param file the name of the source file, {@code Parser.kt}; empty if unknown
 */
public record Frame(
        String type,
        String method,
        int line,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<String> file) {
    /** Classes of the JDK, which users seldom change. */
    private static final String JDK = "(java|javax|jdk|sun|com\\.sun)\\..*";

    /** Hidden classes, whose names differ in each JVM. */
    private static final Pattern HIDDEN = Pattern.compile("(\\$\\$Lambda).*|[./+]0x[0-9a-f]+.*");

    /** The number of a lambda or an anonymous class: {@code lambda$run$0}, {@code $anonfun$run$1$adapted}, {@code Outer$1}. */
    private static final Pattern NUMBER = Pattern.compile("\\$[0-9]+(?=[$.]|$)");

    /** The file of a native library, as {@code libc.so.6} or {@code [vdso]}. */
    private static final Pattern LIBRARY = Pattern.compile("\\[.*|.*\\.(so(\\.[0-9].*)?|dylib|dll)");

    public Frame {
        type = stable(type);
    }

    /** A frame whose source file is unknown. */
    public Frame(String type, String method, int line) {
        this(type, method, line, Optional.empty());
    }

    /** The name of a class without the part that differs in each JVM. */
    static String stable(String type) {
        return HIDDEN.matcher(type).replaceFirst("$1");
    }

    Frame anyLine() {
        return new Frame(type, method, 0);
    }

    /** The same without its line and without numbers of the compiler, to find it on the other side. */
    Frame anyNumber() {
        return new Frame(withoutNumbers(type), withoutNumbers(method), 0);
    }

    /** A name without the numbers of lambdas and anonymous classes. The compiler counts them in a class, so one more changes others. */
    static String withoutNumbers(String name) {
        return NUMBER.matcher(name).replaceAll("\\$");
    }

    /** Whether it is not Java code: a function of the JVM, of a library, or of the kernel. */
    boolean isNative() {
        return type.isEmpty() || LIBRARY.matcher(type).matches();
    }

    /** Whether it is native code, code of the JDK, or what was allocated or locked. */
    boolean isOfTheJdk() {
        return isNative() || type.matches(JDK) || method.isEmpty();
    }

    /** {@code demo.Registry.register}, or the type of what was allocated or locked. */
    public String name() {
        return type.isEmpty() ? method : method.isEmpty() ? type : type + "." + method;
    }

    /**
     * {@code Registry.java:40}, as a stack trace of Java shows it; empty if the line is unknown. A class whose file is unknown counts as
     * one of Java, in the file of its outermost class.
     */
    public String place() {
        return line <= 0 ? "" : file.orElseGet(this::fileOfJava) + ":" + line;
    }

    private String fileOfJava() {
        String simple = type.substring(type.lastIndexOf('.') + 1);
        int nested = simple.indexOf('$');
        return (nested > 0 ? simple.substring(0, nested) : simple) + ".java";
    }
}
