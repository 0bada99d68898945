package id.simpul.source;

import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;

/**
 * Reads one XML part of a workbook from front to end. Names of elements count, their
 * prefixes do not.
 */
final class XmlPart implements AutoCloseable {

	private static final XMLInputFactory FACTORY = factory();

	private final PartStream stream;

	private final long limit;

	private final Delivery file;

	private final XMLStreamReader reader;

	/**
	 * @param limit bytes it may have unpacked
	 */
	XmlPart(PartStream stream, long limit, Delivery file) throws XMLStreamException {
		this.stream = stream;
		this.limit = limit;
		this.file = file;
		this.reader = FACTORY.createXMLStreamReader((InputStream) stream);
	}

	/** The next start of an element; {@code false} at the end. */
	boolean nextStart() throws XMLStreamException {
		int event = next();
		while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
			event = next();
		}
		return event == XMLStreamConstants.START_ELEMENT;
	}

	/** The next event of any kind, see {@link XMLStreamConstants}. */
	int next() throws XMLStreamException {
		int event = this.reader.next();
		if (this.stream.count() > this.limit) {
			throw Workbook.limit(this.file, this.limit);
		}
		return event;
	}

	boolean is(String element) {
		return this.reader.getLocalName().equals(element);
	}

	String name() {
		return this.reader.getLocalName();
	}

	/** Value of an attribute, whatever its prefix; {@code null} for none. */
	String attribute(String name) {
		for (int i = 0; i < this.reader.getAttributeCount(); i++) {
			if (this.reader.getAttributeLocalName(i).equals(name)) {
				return this.reader.getAttributeValue(i);
			}
		}
		return null;
	}

	/**
	 * Text of the present element and of what is within, but of no more than a cell may
	 * have and a little.
	 */
	void appendTo(StringBuilder text) {
		if (text.length() <= Dialect.LONGEST_CELL) {
			text.append(this.reader.getTextCharacters(), this.reader.getTextStart(), this.reader.getTextLength());
		}
	}

	@Override
	public void close() {
		try {
			this.reader.close();
			this.stream.close();
		}
		catch (XMLStreamException | IOException ex) {
			// it was only read from
		}
	}

	private static XMLInputFactory factory() {
		XMLInputFactory factory = new WstxInputFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, false);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 64 * 1024);
		factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
		factory.setProperty(WstxInputProperties.P_MAX_CHARACTERS, Long.MAX_VALUE);
		factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, Long.MAX_VALUE);
		return factory;
	}

}
