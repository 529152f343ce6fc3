package dev.clnrm.bench.report;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <@section title="…">}: what a template can do without where room is short; the title is what a reader is told is missing. */
final class SectionDirective implements TemplateDirectiveModel {
    static final String NAME = "section";

    @Override
    @SuppressWarnings("rawtypes")
    public void execute(
            Environment environment, Map parameters, TemplateModel[] loop, @Nullable TemplateDirectiveBody body)
            throws TemplateException, IOException {
        Object title = parameters.get("title");
        if (!(title instanceof TemplateScalarModel scalar)
                || scalar.getAsString().isEmpty()) {
            throw new TemplateModelException("a section has a title: <@section title=\"...\">");
        }
        if (body == null) {
            return;
        }
        Writer out = environment.getOut();
        if (out instanceof Parts parts) {
            parts.section(scalar.getAsString(), body::render);
        } else {
            body.render(out);
        }
    }
}
