package dev.clnrm.bench.report.markdown;

import dev.clnrm.bench.model.Place;
import dev.clnrm.bench.report.AffectedReport;
import dev.clnrm.bench.report.Inert;
import dev.clnrm.bench.report.Platforms;
import dev.clnrm.bench.report.Report;
import dev.clnrm.bench.report.SafeTemplates;
import dev.clnrm.bench.report.Summary;
import dev.clnrm.bench.samples.UnreadableFileException;
import freemarker.cache.FileTemplateLoader;
import freemarker.cache.MultiTemplateLoader;
import freemarker.cache.TemplateLoader;
import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Renders the texts for GitHub with FreeMarker. Templates see texts, numbers, lists and maps, and no Java objects. Everything
 * they print is escaped, except our own text.
 */
public final class Templates {
    /** The most bytes of a comment or an issue: GitHub accepts 65,536 characters, and its own escapes need space. */
    public static final int COMMENT = 60_000;

    /** The most bytes of a job summary: GitHub drops a longer summary completely. */
    public static final int SUMMARY = 1_000_000;

    /** The most bytes of change points in a job summary. Together with the other parts it stays below GitHub's 1 MiB. */
    private static final int STEPS = 40_000;

    private static final String ISSUE = "issue.md.ftl";

    /** The numbers of rows above the fold, the most first: fewer rows if long names need the space. */
    private static final List<Integer> ROWS = List.of(40, 12, 4, 1);

    private final Configuration configuration;
    private final Optional<Path> folder;

    private Templates(Optional<Path> folder, TemplateLoader loader) {
        this.folder = folder;
        configuration = SafeTemplates.from(loader);
        configuration.setNumberFormat("c");
        configuration.setBooleanFormat("c");
        configuration.setRegisteredCustomOutputFormats(List.of(MarkdownFormat.INSTANCE));
        configuration.setOutputFormat(MarkdownFormat.INSTANCE);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setSharedVariable("section", (TemplateDirectiveModel) Sections::directive);
        configuration.setSharedVariable("count", (TemplateMethodModelEx) Templates::count);
    }

    public static Templates own() {
        return new Templates(Optional.empty(), SafeTemplates.builtIn());
    }

    /**
     * The user's templates. A template that the folder does not have is replaced by the built-in one.
     *
     * @throws UnreadableFileException if it is not a folder
     */
    public static Templates with(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UnreadableFileException(
                    folder,
                    "there is no such folder",
                    "a folder of templates contains comment.md.ftl, summary.md.ftl or issue.md.ftl");
        }
        try {
            TemplateLoader[] both = {new FileTemplateLoader(folder.toFile()), SafeTemplates.builtIn()};
            return new Templates(Optional.of(folder), new MultiTemplateLoader(both));
        } catch (IOException e) {
            throw new UnreadableFileException(folder, e);
        }
    }

    /** Formats our own numbers: {@code ${count(cases?size)}}. */
    private static Object count(List<?> arguments) throws TemplateModelException {
        if (arguments.size() == 1 && arguments.get(0) instanceof TemplateNumberModel number) {
            return MarkdownFormat.markup(String.valueOf(number.getAsNumber().longValue()));
        }
        throw new TemplateModelException("count takes one number");
    }

    /** The comment on a pull request; at most {@link #COMMENT} bytes. */
    public String comment(Platforms platforms, Occasion occasion) {
        return text("comment.md.ftl", platforms, occasion, COMMENT);
    }

    /** The job summary; at most {@link #SUMMARY} bytes. */
    public String summary(Platforms platforms, Occasion occasion) {
        return text("summary.md.ftl", platforms, occasion, SUMMARY);
    }

    /** The text of the issue that a scheduled run opens; at most {@link #COMMENT} bytes. */
    public String issue(Platforms platforms, Occasion occasion) {
        return text(ISSUE, platforms, occasion, COMMENT);
    }

    /**
     * The text about one platform, or one text about several: the common part and the details of each platform get equal shares
     * of the space.
     */
    private String text(String name, Platforms platforms, Occasion occasion, int most) {
        if (platforms.alone().isPresent()) {
            Report report = platforms.alone().get();
            return render(name, rows -> ReportData.of(report, occasion, rows), most);
        }
        int count = platforms.all().size();
        List<String> evidence = platforms.all().stream()
                .map(one -> render(
                        "platform.md.ftl",
                        rows -> PlatformsData.evidence(one, occasion, Math.max(1, rows / count)),
                        most / (count + 1)))
                .toList();
        boolean inIssue = name.equals(ISSUE);
        return render("platforms.md.ftl", rows -> PlatformsData.of(platforms, evidence, occasion, inIssue, rows), most);
    }

    /** The Markdown that a command prints: the comment for two sides, the summary for one. */
    public String markdown(Report report) {
        Platforms alone = Platforms.of(report);
        Occasion occasion = Occasion.of(Links.NONE);
        return report.change().isPresent() ? comment(alone, occasion) : summary(alone, occasion);
    }

    /** The text about what a change reaches; at most {@link #COMMENT} bytes. */
    public String affected(AffectedReport report) {
        return render("affected.md.ftl", new AffectedView(report)::data, COMMENT);
    }

    /** The title of the issue: one line of our own text. */
    public static String issueTitle(Platforms platforms) {
        return "Performance: "
                + platforms
                        .alone()
                        .map(report -> report.change().isPresent()
                                ? Summary.changed(report)
                                : Summary.sign(report).word())
                        .orElseGet(platforms::sentence);
    }

    /** The text that reports change points; {@code inIssue} tells an issue from a part of a job summary. */
    public String steps(StepsView view, boolean inIssue) {
        return render("steps.md.ftl", rows -> view.data(inIssue, rows), inIssue ? COMMENT : STEPS);
    }

    private String render(String name, IntFunction<Map<String, Object>> data, int most) {
        int least = 0;
        for (int rows : ROWS) {
            Sections sections = process(name, data.apply(rows));
            Optional<String> text = sections.within(most - 1);
            if (text.isPresent()) {
                return text.get().stripTrailing() + "\n";
            }
            least = sections.least();
        }
        throw new UnreadableFileException(
                place(name, 0, 0),
                "it makes " + least + " bytes that cannot be omitted, but the limit is " + most,
                "put optional parts into <@section title=\"...\">");
    }

    private Sections process(String name, Map<String, Object> data) {
        try (Sections sections = new Sections()) {
            configuration.getTemplate(name).process(data, sections);
            return sections;
        } catch (ParseException e) {
            throw new UnreadableFileException(
                    place(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber()),
                    clause(e.getEditorMessage()),
                    "");
        } catch (TemplateException e) {
            throw new UnreadableFileException(
                    place(
                            Optional.ofNullable(e.getTemplateSourceName()).orElse(name),
                            Optional.ofNullable(e.getLineNumber()).orElse(0),
                            Optional.ofNullable(e.getColumnNumber()).orElse(0)),
                    clause(e.getMessageWithoutStackTop()),
                    "");
        } catch (IOException e) {
            throw new UnreadableFileException(place(name, 0, 0), "cannot be read: " + e.getMessage(), "");
        }
    }

    private Place place(String name, int line, int column) {
        String file = folder.map(f -> f.resolve(name))
                .filter(Files::exists)
                .map(Path::toString)
                .orElse("clnrm-bench/templates/" + name);
        return new Place(file, line, column);
    }

    /** The first sentence of FreeMarker's message, as a clause. */
    private static String clause(String message) {
        String first = message.strip()
                .lines()
                .findFirst()
                .orElse("it cannot be rendered")
                .strip();
        String text = first.endsWith(":") ? Inert.sentence(message.strip().replaceAll("\\s+", " ")) : first;
        return Character.toLowerCase(text.charAt(0)) + text.substring(1).replaceFirst("[.:]$", "");
    }
}
