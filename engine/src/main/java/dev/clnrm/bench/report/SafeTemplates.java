package dev.clnrm.bench.report;

import freemarker.cache.ClassTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateExceptionHandler;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.TimeZone;

/** FreeMarker for texts and pages: templates see texts, numbers, lists and maps, and no Java objects, and print the same everywhere. */
public final class SafeTemplates {
    /** The folder of the built-in templates on the class path. */
    public static final String FOLDER = "/dev/clnrm/bench/report/templates/";

    private SafeTemplates() {}

    public static TemplateLoader builtIn() {
        return new ClassTemplateLoader(SafeTemplates.class, FOLDER);
    }

    public static Configuration from(TemplateLoader loader) {
        Configuration safe = new Configuration(Configuration.VERSION_2_3_34);
        safe.setTemplateLoader(loader);
        safe.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        safe.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        safe.setAPIBuiltinEnabled(false);
        safe.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        safe.setLogTemplateExceptions(false);
        safe.setWrapUncheckedExceptions(true);
        safe.setLocalizedLookup(false);
        safe.setDefaultEncoding(StandardCharsets.UTF_8.name());
        safe.setLocale(Locale.ROOT);
        safe.setTimeZone(TimeZone.getTimeZone("UTC"));
        return safe;
    }
}
