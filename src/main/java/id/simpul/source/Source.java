package id.simpul.source;

import java.io.Closeable;
import java.util.Iterator;

/**
 * A kind of source, set up for one instansi by the parameters of its route. The iterator
 * reads as it goes and holds the source open until it is exhausted or closed; whatever
 * keeps it from reading on is a {@link SourceFault}.
 */
public interface Source {

	/** Opens every dataset of the run and reads them together, person by person. */
	Batches open(Run run);

	/** Batches of people, to be closed also when not read to the end. */
	interface Batches extends Iterator<RowBatch>, Closeable {

		@Override
		void close();

	}

}
