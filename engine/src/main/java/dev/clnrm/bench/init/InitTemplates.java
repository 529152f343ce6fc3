package dev.clnrm.bench.init;

import dev.clnrm.bench.config.Defaults;
import dev.clnrm.bench.config.WrittenClassPath;
import freemarker.cache.ClassTemplateLoader;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.SimpleObjectWrapper;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The first files of a project. Their interpolations are {@code [=…]}, because GitHub uses {@code ${{…}}}. */
final class InitTemplates {
    static final String WORKFLOW = ".github/workflows/performance.yml";
    static final String REPORT_WORKFLOW = ".github/workflows/performance-report.yml";

    private static final String FOLDER = "/dev/clnrm/bench/init/";
    private static final Configuration TEMPLATES = configuration();

    private InitTemplates() {}

    /**
     * The files that a project needs first.
     *
     * @param forks whether pull requests come from forks
     */
    static List<NewFile> of(ProjectFiles project, Layout layout, boolean forks) {
        List<NewFile> files = new ArrayList<>(
                List.of(new NewFile(Defaults.FILE, render("budgets.yaml.ftl", declared(layout)), false)));
        if (layout.buildsInImage()) {
            files.addAll(workflows(project, forks));
        }
        return files;
    }

    /** The workflow of a project, or two if pull requests come from forks. GitHub reads them only in the root of the repository. */
    static List<NewFile> workflows(ProjectFiles project, boolean forks) {
        if (!forks) {
            return List.of(workflow(project, WORKFLOW, "same-repository.yml.ftl"));
        }
        return List.of(
                workflow(project, WORKFLOW, "forks.yml.ftl"),
                workflow(project, REPORT_WORKFLOW, "forks-report.yml.ftl"));
    }

    private static NewFile workflow(ProjectFiles project, String name, String template) {
        // In a workflow, `${{` would start an expression.
        Map<String, Object> model = Map.of("folder", project.folder().replace("${{", "${{ '${{' }}"));
        return new NewFile(project.top() + name, render(template, model), false);
    }

    private static Map<String, Object> declared(Layout layout) {
        List<String> names = layout.suites();
        List<Map<String, Object>> suites = new ArrayList<>();
        for (int at = 0; at < names.size(); at++) {
            WrittenClassPath code = layout.packed().get(at).code();
            suites.add(Map.of(
                    "name",
                    names.get(at),
                    "jar",
                    code.jar(),
                    "entries",
                    code.entries(),
                    "command",
                    code.command().orElse("")));
        }
        return Map.of(
                "suites",
                suites,
                "build",
                layout.build(),
                "java",
                layout.java(),
                "pinned",
                layout.java() > RequiredJdk.OLDEST);
    }

    private static String render(String template, Map<String, Object> model) {
        StringWriter out = new StringWriter();
        try {
            TEMPLATES.getTemplate(template).process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the template " + template + " is broken", e);
        }
        return out.toString();
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setTemplateLoader(new ClassTemplateLoader(InitTemplates.class, FOLDER));
        configuration.setTagSyntax(Configuration.SQUARE_BRACKET_TAG_SYNTAX);
        configuration.setInterpolationSyntax(Configuration.SQUARE_BRACKET_INTERPOLATION_SYNTAX);
        configuration.setObjectWrapper(new SimpleObjectWrapper(Configuration.VERSION_2_3_34));
        configuration.setLocalizedLookup(false);
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setLocale(Locale.ROOT);
        configuration.setNumberFormat("c");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        return configuration;
    }
}
