package dev.clnrm.cleanroom;

import java.util.Collection;
import java.util.Optional;

/** A name that cannot be used: blank, taken, or unknown. */
public final class NameException extends CleanroomException {
    private static final long serialVersionUID = 1L;

    private NameException(Session session, String what, String help) {
        super(session.place(), what, help, null);
    }

    static NameException blank(Session session, String kind) {
        return new NameException(session, "a " + kind + " has a blank name", "give it a name with a visible character");
    }

    static NameException taken(Session session, String service) {
        return new NameException(
                session,
                "service '" + service + "' is registered already",
                "register each service once, or give the second one a name of its own");
    }

    static NameException unknown(Session session, String service, Collection<String> known) {
        Optional<String> nearest = NearestName.of(service, known);
        return new NameException(
                session,
                "service '" + service + "' is not registered",
                nearest.map(name -> "did you mean '" + name + "'?")
                        .orElse("register it first with register(plugin); registered now: " + known.size()));
    }
}
