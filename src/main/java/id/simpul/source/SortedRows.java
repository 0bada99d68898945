package id.simpul.source;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * One dataset's rows in the order of their key: sorted piece by piece, the pieces merged
 * while they are read.
 */
final class SortedRows implements RowCursor {

	private static final Comparator<SpooledRow> BY_KEY = (one, other) -> KeyOrder.TEXT.compare(one.key(), other.key());

	private static final int BUFFER = 64 * 1024;

	/**
	 * A piece being read: where it stands and which piece it is, since earlier rows come
	 * first.
	 */
	private record Piece(SpooledRow row, int number, Iterator<SpooledRow> rest) {
	}

	private final Spool spool;

	private final long memory;

	private final List<Iterator<SpooledRow>> pieces = new ArrayList<>();

	private final PriorityQueue<Piece> queue = new PriorityQueue<>(
			Comparator.comparing(Piece::row, BY_KEY).thenComparingInt(Piece::number));

	private List<SpooledRow> rows = new ArrayList<>();

	private long held;

	private long count;

	private FileChannel file;

	private Columns columns;

	private SpooledRow present;

	SortedRows(Spool spool, long memory) {
		this.spool = spool;
		this.memory = memory;
	}

	void add(String key, Row row) throws IOException {
		this.columns = row.columns();
		SpooledRow one = new SpooledRow(key, row);
		this.rows.add(one);
		this.held += one.weight();
		this.count++;
		if (this.held > this.memory) {
			spill();
		}
	}

	/** After the last row has been added. */
	void done() throws IOException {
		if (!this.pieces.isEmpty() && !this.rows.isEmpty()) {
			spill();
		}
		this.rows.sort(BY_KEY);
		this.pieces.add(this.rows.iterator());
		for (int i = 0; i < this.pieces.size(); i++) {
			offer(i, this.pieces.get(i));
		}
	}

	long count() {
		return this.count;
	}

	@Override
	public boolean next() {
		Piece first = this.queue.poll();
		if (first == null) {
			this.present = null;
			return false;
		}
		this.present = first.row();
		offer(first.number(), first.rest());
		return true;
	}

	@Override
	public String key() {
		return this.present.key();
	}

	@Override
	public Row row() {
		return this.present.row();
	}

	@Override
	public void close() {
		this.queue.clear();
		this.pieces.clear();
		this.rows = List.of();
	}

	private void offer(int number, Iterator<SpooledRow> rest) {
		if (rest.hasNext()) {
			this.queue.add(new Piece(rest.next(), number, rest));
		}
	}

	private void spill() throws IOException {
		if (this.file == null) {
			this.file = this.spool.file();
		}
		this.rows.sort(BY_KEY);
		long from = this.file.position();
		DataOutputStream out = new DataOutputStream(
				new BufferedOutputStream(Channels.newOutputStream(this.file), BUFFER));
		for (SpooledRow row : this.rows) {
			row.write(out);
		}
		out.flush();
		this.pieces.add(new SpooledRow.Reader(this.file, from, this.file.position(), this.rows.size(), this.columns));
		this.rows = new ArrayList<>();
		this.held = 0;
	}

}
