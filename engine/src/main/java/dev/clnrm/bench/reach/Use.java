package dev.clnrm.bench.reach;

import org.objectweb.asm.Type;

/**
 * A reference in the code of a method.
 *
 * @param kind the kind of use
 * @param owner the internal name of a class
 * @param member the name and descriptor of a method of that class; empty if only the class is used
 */
record Use(Kind kind, String owner, String member) {
    /** The kinds of uses of a class or a method. */
    enum Kind {
        /** The class is initialised or used in a comparison. */
        CLASS,
        /** The class is only a part of a descriptor. */
        TYPE,
        /** An instance is created. */
        CREATE,
        /** The class itself is a value, or its name is in a string: any of its methods may be found by reflection. */
        VALUE,
        /** This method is called. */
        CALL,
        /** This method is called, or one that overrides it. */
        DISPATCH
    }

    static Use of(Kind kind, String owner) {
        return new Use(kind, owner, "");
    }

    /** The use of a type; for an array, the use of its element type. */
    static Use of(Kind kind, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return of(kind, element.getSort() == Type.OBJECT ? element.getInternalName() : "");
    }

    /** Whether it may lead to a class on the class path. */
    boolean matters() {
        return !owner.isEmpty() && !owner.startsWith("java/") && !owner.startsWith("[");
    }
}
