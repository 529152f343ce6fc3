package dev.clnrm.bench.init;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** An element of an untrusted XML document. */
record XmlElement(Element element) {
    private static final String DEPTH = "http://www.oracle.com/xml/jaxp/properties/maxElementDepth";
    private static final int DEEPEST = 100;

    /**
     * The root of a document. Document types are rejected, and so are the entities and files that they refer to.
     *
     * @throws SAXException if it is not well-formed or has a document type
     */
    static XmlElement read(byte[] document) throws SAXException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            factory.setAttribute(DEPTH, Integer.toString(DEEPEST));
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new XmlElement(builder.parse(new InputSource(new ByteArrayInputStream(document)))
                    .getDocumentElement());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has this parser", e);
        } catch (IOException e) {
            throw new SAXException(e);
        }
    }

    String name() {
        return element.getTagName();
    }

    /** All elements at a path below this one. */
    List<XmlElement> all(String... path) {
        Stream<XmlElement> found = Stream.of(this);
        for (String name : path) {
            found = found.flatMap(
                    one -> one.children().stream().filter(child -> child.name().equals(name)));
        }
        return found.toList();
    }

    /** The first element at a path below this one. */
    Optional<XmlElement> at(String... path) {
        return all(path).stream().findFirst();
    }

    /** The text of the first element at a path; empty if there is none. */
    Optional<String> text(String... path) {
        return at(path).map(one -> one.element.getTextContent().strip()).filter(text -> !text.isEmpty());
    }

    List<XmlElement> children() {
        List<XmlElement> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(new XmlElement(child));
            }
        }
        return children;
    }
}
