package dev.clnrm.bench.reach;

import org.objectweb.asm.Type;

/**
 * Something that the code of a method names.
 *
 * @param kind how it is used
 * @param owner the internal name of a class
 * @param member name and descriptor of a method of that class; empty if the class alone is used
 */
record Use(Kind kind, String owner, String member) {
    /** How a class or a method is used. */
    enum Kind {
        /** The class is initialised or compared with. */
        CLASS,
        /** The class is only part of a descriptor. */
        TYPE,
        /** An instance is made. */
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

    /** The use of a type; of an array, that of what it holds. */
    static Use of(Kind kind, Type type) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        return of(kind, element.getSort() == Type.OBJECT ? element.getInternalName() : "");
    }

    /** Whether it may lead to a class of a class path. */
    boolean matters() {
        return !owner.isEmpty() && !owner.startsWith("java/") && !owner.startsWith("[");
    }
}
