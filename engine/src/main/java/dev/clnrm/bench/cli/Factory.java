package dev.clnrm.bench.cli;

import java.lang.reflect.Constructor;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Makes commands, and gives those that ask for it what they were started with. */
final class Factory implements IFactory {
    private final Context context;

    Factory(String[] args, Map<String, String> environment) {
        this.context = new Context(List.of(args), environment);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Context.class) {
                return type.cast(constructor.newInstance(context));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
