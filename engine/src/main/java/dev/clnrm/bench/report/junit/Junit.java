package dev.clnrm.bench.report.junit;

import dev.clnrm.bench.report.Inert;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results as the XML that JUnit's readers know: one test each. */
final class Junit {
    private final String name;
    private final List<Test> tests = new ArrayList<>();

    Junit(String name) {
        this.name = name;
    }

    /** How a test ended, and the element that says so. */
    enum Kind {
        PASSED(""),
        FAILED("failure"),
        /** It has no result. */
        ERROR("error"),
        /** Nothing is said about it. */
        SKIPPED("skipped");

        private final String element;

        Kind(String element) {
            this.element = element;
        }
    }

    private record Test(String group, String name, Kind kind, String message) {}

    /**
     * Adds a test.
     *
     * @param group what stands for its class
     * @param message why it did not pass; nothing for one that did
     */
    void add(String group, String test, Kind kind, String message) {
        tests.add(new Test(group, test, kind, message));
    }

    String render() {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            start(xml, "\n", "testsuites");
            counts(xml);
            start(xml, "\n  ", "testsuite", "name", name);
            counts(xml);
            for (Test test : tests) {
                write(xml, test);
            }
            end(xml, "\n  ");
            end(xml, "\n");
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("results are not XML", e);
        }
        return out.toString();
    }

    private void counts(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeAttribute("tests", String.valueOf(tests.size()));
        xml.writeAttribute("failures", count(Kind.FAILED));
        xml.writeAttribute("errors", count(Kind.ERROR));
        xml.writeAttribute("skipped", count(Kind.SKIPPED));
    }

    private String count(Kind kind) {
        return String.valueOf(tests.stream().filter(test -> test.kind == kind).count());
    }

    private static void write(XMLStreamWriter xml, Test test) throws XMLStreamException {
        if (test.kind == Kind.PASSED) {
            empty(xml, "\n    ", "testcase", "classname", test.group, "name", test.name);
        } else {
            start(xml, "\n    ", "testcase", "classname", test.group, "name", test.name);
            empty(xml, "\n      ", test.kind.element, "message", test.message);
            end(xml, "\n    ");
        }
    }

    private static void start(XMLStreamWriter xml, String line, String element, String... attributes)
            throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeStartElement(element);
        attributes(xml, attributes);
    }

    private static void empty(XMLStreamWriter xml, String line, String element, String... attributes)
            throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeEmptyElement(element);
        attributes(xml, attributes);
    }

    private static void end(XMLStreamWriter xml, String line) throws XMLStreamException {
        xml.writeCharacters(line);
        xml.writeEndElement();
    }

    /** Inert text holds what XML 1.0 can hold, apart from the last two code points of the first plane. */
    private static void attributes(XMLStreamWriter xml, String... keysAndTexts) throws XMLStreamException {
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            String text = Inert.text(keysAndTexts[i + 1]);
            xml.writeAttribute(keysAndTexts[i], text.replace('\ufffe', '\ufffd').replace('\uffff', '\ufffd'));
        }
    }
}
